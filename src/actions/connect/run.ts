import { openCluster } from "../../adapters/kubernetes/client.ts";
import { loggedInAs } from "../../adapters/kubernetes/login-check.ts";
import { makePrivateFolder } from "../../adapters/private-folder.ts";
import { UserError } from "../../errors.ts";
import { readEksTarget } from "../cluster-inputs.ts";
import { logInToEks } from "../cluster-login.ts";
import { runAction } from "../run-action.ts";

/** `actions/connect`: a kubeconfig that stays logged in, for the steps that follow. */
export async function run(): Promise<void> {
  await runAction(async (io) => {
    const problems: string[] = [];
    const target = readEksTarget(io, problems);
    const problem = UserError.fromProblems("Inputs of connect:", problems);
    if (problem) throw problem;
    io.log.info(`Connecting to EKS cluster ${target.cluster} in ${target.region}`);

    const folder = await makePrivateFolder();
    io.keep("folder", folder);
    const login = await logInToEks(target, folder, io);
    io.log.info(`Logged in as ${await loggedInAs(await openCluster(login))}`);

    io.exportVariable("KUBECONFIG", login.kubeconfig);
    io.output("kubeconfig", login.kubeconfig);
    io.output("context", login.context);
    io.output("server", login.server);
  });
}
