// The layers of src/ as a lint rule, since oxlint's own no-restricted-imports does not see `await import()`, which is
// how heavy parts are loaded here. ARCHITECTURE.md says why the layers are as they are.
import { dirname, relative, resolve, sep } from "node:path";
import type { RuleTester } from "oxlint/plugins-dev";

type Rule = Parameters<RuleTester["run"]>[1];

type Layer = {
  /** Layers of src/ that it may import from. */
  imports: string[];
  /** May use packages and Node modules that reach the world outside of this process. */
  outside?: true;
  /** May read process.env. */
  env?: true;
};

const layers: Record<string, Layer> = {
  main: { imports: ["actions", "adapters", "domain"], env: true },
  actions: { imports: ["actions", "playbook", "ports", "adapters", "domain"], env: true },
  playbook: { imports: ["playbook", "ports", "domain"] },
  ports: { imports: ["ports", "domain"] },
  adapters: { imports: ["adapters", "ports", "domain"], outside: true, env: true },
  domain: { imports: ["domain"] },
};

const outsidePackages = /^(@actions|@aws-sdk|@aws-crypto|@smithy|@kubernetes|@octokit)\//;
const outsideModules =
  /^(node:)?(child_process|cluster|dgram|dns|fs|http|http2|https|inspector|net|tls|worker_threads)(\/.*)?$/;
const inputReaders = new Set(["getInput", "getBooleanInput", "getMultilineInput"]);

/** @returns the layer of a file by its path from the root of the repository; undefined outside of src/ */
function layerOf(path: string): string | undefined {
  const [top, folder, ...rest] = path.split(sep);
  if (top !== "src" || folder === undefined) return undefined;
  if (folder === "main.ts") return "main";
  // A file beside main.ts (errors.ts) and every folder that is no named layer hold pure rules.
  return rest.length > 0 && folder in layers ? folder : "domain";
}

/** @returns what is wrong with importing `specifier` in that file, or undefined */
function wrongImport(file: string, layer: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) {
    if (layers[layer]?.outside) return undefined;
    if (outsidePackages.test(specifier) || outsideModules.test(specifier)) {
      return `Only src/adapters/ reaches the outside world: move the use of "${specifier}" behind a port.`;
    }
    return undefined;
  }
  const target = resolve("/", dirname(file), specifier).slice(resolve("/").length);
  const targetLayer = layerOf(target);
  if (targetLayer === undefined) return `src/ stands alone: it must not import "${target}".`;
  if (layers[layer]?.imports.includes(targetLayer)) return undefined;
  return `${layer} must not import from ${targetLayer} ("${target}"): it may import from ${layers[layer]?.imports.join(", ")}.`;
}

const layersRule: Rule = {
  meta: { type: "problem" },
  create(context) {
    const file = relative(context.cwd, context.filename);
    const layer = layerOf(file);
    if (layer === undefined) return {};
    const mayReadInputs = layer === "actions" || file.startsWith(["src", "adapters", "github", ""].join(sep));

    const check = (node: { source?: unknown } & Parameters<typeof context.report>[0]["node"]) => {
      const source = node.source as { type: string; value?: unknown } | null | undefined;
      if (!source) return;
      const message =
        typeof source.value === "string"
          ? wrongImport(file, layer, source.value)
          : "Import a name that is written out: the layers cannot be checked otherwise.";
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
      Identifier(node) {
        if (node.name === "process" && !layers[layer]?.env && readsEnv(node.parent)) {
          context.report({ node, message: `${layer} must not read process.env: take the value as a parameter.` });
        }
        if (inputReaders.has(node.name) && !mayReadInputs) {
          context.report({ node, message: "Inputs are read in src/actions/ only, through src/adapters/github/." });
        }
      },
    };
  },
};

/** True for `process.env`, `process["env"]` and `const { env } = process`. */
function readsEnv(parent: unknown): boolean {
  const node = parent as { type: string; property?: { name?: string; value?: unknown }; id?: { type: string } };
  if (node.type === "MemberExpression") return node.property?.name === "env" || node.property?.value === "env";
  return node.type === "VariableDeclarator" && node.id?.type === "ObjectPattern";
}

export default { meta: { name: "k8s-migrate" }, rules: { layers: layersRule } };
