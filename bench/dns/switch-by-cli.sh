#!/usr/bin/env bash
# How records are moved to another load balancer with the AWS CLI alone: each record by itself, the zones side by side.
# switch-by-cli.sh OLD_HOST NEW_HOST NEW_ZONE: what leads to the old load balancer then leads to the new one, which has that
# canonical hosted zone. Needs `aws` and `jq`; waits until all is in sync.
set -euo pipefail
old=$1 new=$2 new_zone=$3

switch_zone() {
  local zone=$1 batch last=""
  while IFS= read -r batch; do
    last=$(aws route53 change-resource-record-sets --hosted-zone-id "$zone" --change-batch "$batch" \
      --query ChangeInfo.Id --output text)
  done < <(aws route53 list-resource-record-sets --hosted-zone-id "$zone" --output json |
    jq -c --arg old "$old" --arg new "$new" --arg zone "$new_zone" '
      .ResourceRecordSets[] |
      if .AliasTarget.DNSName == "\($old)." then
        .AliasTarget |= (.DNSName = $new | .HostedZoneId = $zone)
      elif .Type == "CNAME" and .ResourceRecords[0].Value == $old then
        .ResourceRecords = [{Value: $new}]
      else
        empty
      end |
      {Changes: [{Action: "UPSERT", ResourceRecordSet: .}]}')
  if [ -n "$last" ]; then aws route53 wait resource-record-sets-changed --id "$last"; fi
}

zones=$(aws route53 list-hosted-zones --query 'HostedZones[].Id' --output text)
running=()
for zone in $zones; do
  switch_zone "$zone" &
  running+=($!)
done
for process in "${running[@]}"; do wait "$process"; done
