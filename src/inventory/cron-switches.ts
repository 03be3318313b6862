const SCHEDULERS = new Set(
  "CRON CRONS CRONJOB CRONJOBS CRONTAB SCHEDULE SCHEDULED SCHEDULER SCHEDULERS SCHEDULES SCHEDULING BEAT CELERYBEAT QUARTZ HANGFIRE".split(
    " ",
  ),
);
const SWITCHES = new Set(
  "ENABLE ENABLED DISABLE DISABLED ON OFF RUN RUNS START STARTS ACTIVE ACTIVATE USE SKIP NO WITH".split(" "),
);

/**
 * Whether a variable's name reads like a switch for cron jobs inside of the service: `CRON_ENABLED`, `RUN_SCHEDULER`, `enableCron`, `CRON`.
 * Not `CRON_SECRET` or `SCHEDULER_URL`.
 */
export function looksLikeCronSwitch(variable: string): boolean {
  const words = variable
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== "");
  if (!words.some((word) => SCHEDULERS.has(word))) return false;
  return words.some((word) => SWITCHES.has(word)) || words.every((word) => SCHEDULERS.has(word));
}
