import { type HelmProgram, runHelm } from "./run-helm.ts";

/** What Helm uses for one of its settings, such as HELM_REGISTRY_CONFIG: what the environment says, else its own default. */
export async function helmSetting(program: HelmProgram, name: string): Promise<string> {
  return program.env[name] || (await runHelm(program, `read ${name}`, ["env", name])).trim();
}
