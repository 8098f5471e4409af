/** What a talk's own stylesheet and its imports load from other origins. */
export interface StyleNeeds {
  /** Addresses of stylesheets. */
  sheets: string[];
  /** Addresses of pictures, fonts and other files. */
  files: string[];
  /** Whether all of them are known: a compiled stylesheet, or one of a package, cannot be read. */
  isWhole: boolean;
}
