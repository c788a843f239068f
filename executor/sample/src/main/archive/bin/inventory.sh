#!/bin/sh
# Lists what has to be ordered again for one warehouse. A script job: the last argument is the sharding context as JSON,
# and the item's parameter in it is the warehouse. Prints to stdout, which ends up in the sandbox.
set -eu

context="{}"
for argument in "$@"; do
    context=$argument
done

# The item's parameter: "shardingParameter":"east" or "shardingItemParameters":{"0":"east"}.
warehouse=$(printf '%s' "$context" | sed -n \
    -e 's/.*"shardingParameter" *: *"\([^"]*\)".*/\1/p' \
    -e 's/.*"shardingItemParameters" *: *{ *"[0-9]*" *: *"\([^"]*\)".*/\1/p' | head -n 1)

home=$(dirname "$0")/..
stock="$home/data/stock.csv"

if [ -z "$warehouse" ]; then
    echo "No warehouse given, looking at all of them."
fi

awk -F, -v warehouse="$warehouse" '
    NR == 1 { next }
    warehouse != "" && $1 != warehouse { next }
    { products++ }
    $3 < $4 { printf "order %4d of %-10s for %s (stock %d, minimum %d)\n", $5, $2, $1, $3, $4; orders++ }
    END {
        if (products == 0) { printf "warehouse %s is not in the stock list\n", warehouse; exit 1 }
        printf "%d products looked at, %d to be ordered\n", products, orders
    }' "$stock"
