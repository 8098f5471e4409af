interface ImportMeta {
  /** The address of the module. */
  readonly url: string;
}
