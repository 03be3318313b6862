/** `/healthz`, with a query or without. */
export const HTTP_PATH = /^\/[^\s#]*$/;
/** `200`, or all of a class: `2xx`. */
export const STATUS_CLASS = /^[1-5]xx$/;
/** https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
export const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** With a host and no user, whose password would be in the file. */
export const HTTPS_ADDRESS = /^https:\/\/[^\s/?#@]+([/?#]\S*)?$/;
/** A share in percent below 100: `1%`, `0.5%`. */
export const PERCENTAGE = /^\d{1,2}(\.\d+)?%$/;

/** A status, or a class of them such as `2xx`. */
export type WantedStatus = number | string;

/** Whether an answer's status is one of those that are wanted. */
export function statusFits(status: number, wanted: readonly WantedStatus[]): boolean {
  return wanted.some((each) => String(each) === String(status) || each === `${Math.floor(status / 100)}xx`);
}
