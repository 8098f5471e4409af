/** Reads texts from an address until it fails or is closed; returns how to close it. */
export type Connect = (url: string, listener: ConnectListener) => () => void;

/** Callbacks of one connection. */
export interface ConnectListener {
  /** The relay answered. */
  onOpen(): void;
  /** The relay sent something. */
  onAlive(): void;
  onText(text: string): void;
  /** The connection is over. */
  onFail(): void;
}
