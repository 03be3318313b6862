import { expect, test } from "@jest/globals";
import { code, table } from "../../../src/playbook/report/markdown.ts";

test.each([
  ["a <b> & c", "a &lt;b> &amp; c"],
  ["a|b\r\nc\rd\ne", "a\\|b<br>c<br>d<br>e"],
  [code("<b> & `c`"), "`` <b> & `c` ``"],
  [`${code("a<b")} and <b> ${code("&")}`, "`a<b` and &lt;b> `&`"],
  ["[run](https://a.example/?b=1&c=2)", "[run](https://a.example/?b=1&amp;c=2)"],
  // Not code: the runs differ, or the sign is escaped.
  ["`` <b> `", "`` &lt;b> `"],
  ["\\` <b> `", "\\` &lt;b> `"],
])("in a cell %j is %j", (text, cell) => {
  expect(table(["What"], [[text]])).toBe(`| What |\n| --- |\n| ${cell} |`);
});
