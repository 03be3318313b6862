// npm run messages: writes docs/messages.md from what Helm, the API server and AWS really say, on a sandbox.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { type ClusterView, clusterView, type HelmMajor } from "../test/support/cluster-view.ts";
import { loginMessages, messages } from "../test/support/messages/all.ts";
import type { LoginMessage, Message } from "../test/support/messages/place.ts";
import { asCommand } from "./as-command.ts";
import { withSandbox } from "./with-sandbox.ts";

const root = join(import.meta.dirname, "..");
const LINES_SHOWN = 8;
const LINE_SHOWN = 400;

let places = 0;

/** Provokes a message with that Helm, and gives it without this run's names and addresses. */
async function saidBy(
  message: Message,
  helm: HelmMajor,
  { sandbox, cluster }: { sandbox: Sandbox; cluster: ClusterView },
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "k8s-migrate-messages-"));
  const namespace = `messages-${process.pid}-${++places}`;
  const helmPath = helm === "3" ? sandbox.tools.helm3 : sandbox.tools.helm4;
  try {
    await cluster.kubectl("create", "namespace", namespace);
    const text = await message.provoke({ helm, helmPath, namespace, folder, cluster });
    const temporary = new RegExp(`${folder}/(?:[a-z]+-\\w{6}/)?`, "g");
    return plain(text.replaceAll(namespace, "commerce").replaceAll(temporary, "/home/runner/work/shop/"));
  } finally {
    await cluster.kubectl("delete", "namespace", namespace, "--ignore-not-found", "--wait=false");
    await rm(folder, { recursive: true, force: true });
  }
}

function plain(text: string): string {
  const lines = text
    .replaceAll(/127\.0\.0\.1:(?!1\b)\d+/g, "charts.example.com")
    .replaceAll("https://charts.example.com/version", "https://shop.example.com/version")
    .replaceAll("127.0.0.1:1", "10.0.0.1:443")
    .replaceAll(/ on [\d.]+:53:/g, ":")
    .replaceAll(/message-(?:\d+-\d+|commerce)/g, "deploy")
    .replaceAll("000000000000", "111122223333")
    .trim()
    .split("\n");
  const shown = lines
    .slice(0, LINES_SHOWN)
    .map((line) => (line.length > LINE_SHOWN ? `${line.slice(0, LINE_SHOWN)}…` : line));
  return [...shown, ...(lines.length > LINES_SHOWN ? ["…"] : [])].join("\n");
}

/** A message as both Helms say it; once where they say the same. */
async function section(message: Message, on: { sandbox: Sandbox; cluster: ClusterView }): Promise<string> {
  const [three, four] = [await of("3"), await of("4")];
  const isSame = three?.toLowerCase() === four?.toLowerCase();
  const parts = [
    ...(four === undefined ? [] : [fence(four)]),
    ...(three === undefined || isSame ? [] : [four === undefined ? "With Helm 3 only:" : "With Helm 3:", fence(three)]),
  ];
  const only = three === undefined ? " With Helm 4 only." : "";
  return [`### ${message.name}`, `${message.means}${only}`, ...parts].join("\n\n");

  async function of(helm: HelmMajor): Promise<string | undefined> {
    return (message.helms?.includes(helm) ?? true) ? saidBy(message, helm, on) : undefined;
  }
}

async function loginSection({ name, means, provoke }: LoginMessage): Promise<string> {
  return [`### ${name}`, means, fence(plain(await provoke()))].join("\n\n");
}

function fence(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\``;
}

function page(parts: readonly string[]): string {
  return `# What it says when something is wrong, and what to do

<!-- Made by npm run messages: every message below is real output. -->

An error's first line says what failed, in the words of the system that refused it; the next one what to do. Where a workload
does not get ready, the cluster's own evidence comes first: which container of which pod, and why. Inputs that are wrong are refused
before anything is reached, all of them in one list.

The names below are examples: release orders, namespace commerce. A login of EKS is named by its role where these have a service account.

${parts.join("\n\n")}
`;
}

await asCommand(async () => {
  await withSandbox("messages", async (sandbox) => {
    const on = { sandbox, cluster: await clusterView() };
    const parts = ["## The login to AWS"];
    for (const message of loginMessages) parts.push(await loginSection(message));
    for (const [subject, list] of Object.entries(messages)) {
      parts.push(`## ${subject}`);
      for (const message of list) parts.push(await section(message, on));
    }
    await writeFile(join(root, "docs/messages.md"), page(parts));
  });
  return true;
});
