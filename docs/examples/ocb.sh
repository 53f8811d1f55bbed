#!/bin/sh
# OCB's server calls in a shell, with curl and openssl:
#   sh ocb.sh token 39000        prints a token for the popup
#   sh ocb.sh use TOKEN          spends what the page got as ocbUseTrAuthToken
#   sh ocb.sh call PATH JSON     makes any call, and prints the answer in clear
set -eu

# The sandbox's first merchant. In production, all six come from OCB.
OCB=${OKCASHBAG_BASE_URL:-http://127.0.0.1:4000}
MCT_NO=${OKCASHBAG_NX_MCT_NO:-100000000000001}
MCT_CORP_NO=${OKCASHBAG_NX_MCT_CORP_NO:-1208800000001}
AUTH=${OKCASHBAG_BASIC_AUTH:-aGFydTpoYXJ1LXNhbmRib3gtMQ==}
# Key and IV are hex: 32 digits are 16 bytes.
KEY=${OKCASHBAG_AES_KEY:-4861727553616e64626f784b65793031}
IV=${OKCASHBAG_AES_IV:-4861727553616e64626f784976303031}

# Prints the answer in clear. Fails unless it is an approval, and prints why to the standard error.
call() {
  answer=$(printf %s "$2" | openssl enc -aes-128-cbc -K "$KEY" -iv "$IV" -base64 -A |
    curl -sS --max-time 12 "$OCB/payui/api$1" --data-binary @- -w '\n%{http_code}' \
      -H "Authorization: Basic $AUTH" -H 'Content-Type: text/plain' -H 'Accept: text/plain') || return 3
  status=${answer##*
}
  body=${answer%
*}
  case $body in
    # A wrong Authorization is answered in clear, because there is no key to encrypt with.
    '{'*) ;;
    *) body=$(printf %s "$body" | openssl enc -d -aes-128-cbc -K "$KEY" -iv "$IV" -base64 -A 2>/dev/null) || {
      echo "The answer (HTTP $status) cannot be read: check the key and the IV" >&2
      return 4
    } ;;
  esac
  if [ "$status" = 200 ]; then printf '%s\n' "$body"; else
    printf 'HTTP %s: %s\n' "$status" "$body" >&2
    return 1
  fi
}

# Takes a string out of an answer.
field() {
  sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"
}

case ${1:-} in
  token)
    answer=$(call /auth/merchant/v1.0/token "{\"nxMctNo\":\"$MCT_NO\",\"nxMctCorpNo\":\"$MCT_CORP_NO\",\"mctAmount\":$2}")
    printf '%s\n' "$answer" | field merchantTrToken
    ;;
  use) call /pay/use/v1.0/point "{\"mctTransactionId\":\"order-$(date +%s)-$$\",\"ocbUseTrAuthToken\":\"$2\"}" ;;
  call) call "$2" "$3" ;;
  *)
    sed -n '2,5s/^# //p' "$0" >&2
    exit 2
    ;;
esac
