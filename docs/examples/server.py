"""A merchant's server in Python 3.9 or later: pip install cryptography, then python3 server.py"""

import base64
import json
import os
import time
import uuid
from http.client import HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

# The sandbox's first merchant. In production, all six come from OCB and stay on the server.
OCB = os.environ.get("OKCASHBAG_BASE_URL", "http://127.0.0.1:4000") + "/payui/api"
MERCHANT = {
    "nxMctNo": os.environ.get("OKCASHBAG_NX_MCT_NO", "100000000000001"),
    "nxMctCorpNo": os.environ.get("OKCASHBAG_NX_MCT_CORP_NO", "1208800000001"),
}
AUTH = os.environ.get("OKCASHBAG_BASIC_AUTH", "aGFydTpoYXJ1LXNhbmRib3gtMQ==")
# Key and IV are hex: 32 digits are 16 bytes.
KEY = bytes.fromhex(os.environ.get("OKCASHBAG_AES_KEY", "4861727553616e64626f784b65793031"))
IV = bytes.fromhex(os.environ.get("OKCASHBAG_AES_IV", "4861727553616e64626f784976303031"))

TOTAL = 39_000  # The amount is the server's: a page may say anything.
UNKNOWN = {"4000", "4001", "4062", "4072", "5000", "9000", "9999"}  # The call may have taken effect.


class Refused(Exception):
    def __init__(self, error):
        super().__init__(error["errorMessage"])
        self.code, self.detail = error["errorCode"], error["errorDetailMessage"]


def encrypt(text):
    padder = PKCS7(128).padder()
    encryptor = Cipher(algorithms.AES(KEY), modes.CBC(IV)).encryptor()
    padded = padder.update(text.encode()) + padder.finalize()
    return base64.b64encode(encryptor.update(padded) + encryptor.finalize())


def decrypt(body):
    decryptor = Cipher(algorithms.AES(KEY), modes.CBC(IV)).decryptor()
    unpadder = PKCS7(128).unpadder()
    try:
        padded = decryptor.update(base64.b64decode(body)) + decryptor.finalize()
        return (unpadder.update(padded) + unpadder.finalize()).decode()
    except ValueError:
        raise OSError("The answer cannot be read: check the key and the IV") from None


def call(path, body):
    """Returns the answer's fields. Raises Refused for an errorObject, and OSError if there is no answer."""
    headers = {"Authorization": f"Basic {AUTH}", "Content-Type": "text/plain", "Accept": "text/plain"}
    request = Request(OCB + path, encrypt(json.dumps(body)), headers)
    try:
        with urlopen(request, timeout=12) as response:
            return json.loads(decrypt(response.read()))
    except HTTPError as error:
        text = error.read()
        # A wrong Authorization is answered in clear, because there is no key to encrypt with.
        in_clear = error.headers.get_content_type() == "application/json"
        raise Refused(json.loads(text if in_clear else decrypt(text))["errorObject"]) from None


def move_points(path, body):
    """Repeats a call whose outcome is unknown. The same mctTransactionId never takes effect twice."""
    for pause in (1, 2, None):
        try:
            return call(path, body)
        except Refused as refused:
            if refused.code not in UNKNOWN or pause is None:
                raise
        except (OSError, HTTPException):
            if pause is None:
                raise
        time.sleep(pause)


def issue_token(_body):
    return {"merchantTrToken": call("/auth/merchant/v1.0/token", {**MERCHANT, "mctAmount": TOTAL})["merchantTrToken"]}


def place_order(body):
    # Store this id with the order before the call, so that a crash loses nothing.
    order = f"order-{uuid.uuid4()}"
    try:
        use = {"mctTransactionId": order, "ocbUseTrAuthToken": body["ocbUseTrAuthToken"]}
        used = move_points("/pay/use/v1.0/point", use)
        if used["mctAmount"] == TOTAL and used["useOcbPoint"] + used["dutumPoint"] == body["usePoint"]:
            return {"outcome": "paid"}
        # The page sent a token that was authorised for another order.
        cancel = {"mctTransactionId": f"{order}-unfit", "orgOcbTransactionId": used["ocbTransactionId"]}
        move_points("/pay/use/v1.0/cancel", cancel)
        return {"outcome": "refused", "message": "The points do not fit the order."}
    except Refused as refused:
        if refused.code not in UNKNOWN:
            return {"outcome": "refused", "message": str(refused)}
    except (OSError, HTTPException):
        pass
    # The points may have been taken: keep the order open, and ask /result/v1.0/transaction with the same id.
    return {"outcome": "unknown"}


class Shop(BaseHTTPRequestHandler):
    def send(self, status, content_type, body):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        with open("index.html", "rb") as page:
            self.send(200, "text/html; charset=utf-8", page.read())

    def do_POST(self):
        routes = {"/token": issue_token, "/order": place_order}
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        try:
            answer = 200, routes[self.path](json.loads(body or b"{}"))
        except Refused as refused:
            answer = 502, {"detail": refused.detail}
        except (OSError, HTTPException) as failed:
            answer = 502, {"detail": str(failed)}
        self.send(answer[0], "application/json", json.dumps(answer[1]).encode())


if __name__ == "__main__":
    with ThreadingHTTPServer(("localhost", int(os.environ.get("PORT", "3000"))), Shop) as server:
        print("ready", flush=True)
        server.serve_forever()
