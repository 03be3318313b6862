export type NamespaceState = "created" | "labelled" | "unchanged" | "unlabelled" | "unreadable";

export type Namespaces = {
  /**
   * Makes sure that the namespace exists and has these labels; other labels stay.
   * `unreadable`: the login may not read namespaces, so nothing is known of its labels and nothing was done.
   * `unlabelled`: labels are missing or differ, and the login may not change them.
   * Fails with `UserError` when it does not exist and `create` is false, and when it is being deleted; with `OutsideError` when
   * it does not exist and the login may not create it.
   */
  ensure(name: string, options: { create: boolean; labels: Readonly<Record<string, string>> }): Promise<NamespaceState>;
};
