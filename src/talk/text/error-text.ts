/** Returns the message of a thrown value of any type. */
export function reasonOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return 'something that has no text was thrown';
  }
}
