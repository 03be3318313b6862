/** The post-renderer that a user's helm-args name: a program for Helm 3, a plugin for Helm 4. */
export type OwnPostRenderer = { name: string; args: string[] };

const FLAGS = ["--post-renderer-args", "--post-renderer"] as const;

/** Takes the user's own post-renderer out of further arguments for Helm: Helm takes one only, and it is to run before ours. */
export function splitPostRenderer(helmArguments: readonly string[]): {
  rest: string[];
  own: OwnPostRenderer | undefined;
} {
  const rest: string[] = [];
  const found: Record<(typeof FLAGS)[number], string[]> = { "--post-renderer": [], "--post-renderer-args": [] };
  let open: (typeof FLAGS)[number] | undefined;
  for (const argument of helmArguments) {
    if (open !== undefined) {
      found[open].push(argument);
      open = undefined;
      continue;
    }
    const flag = FLAGS.find((each) => argument === each || argument.startsWith(`${each}=`));
    if (flag === undefined) rest.push(argument);
    else if (argument === flag) open = flag;
    else found[flag].push(argument.slice(flag.length + 1));
  }
  const name = found["--post-renderer"].at(-1);
  return { rest, own: name ? { name, args: found["--post-renderer-args"] } : undefined };
}
