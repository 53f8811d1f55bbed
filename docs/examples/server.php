<?php
// A merchant's server in PHP 8: php -S localhost:3000 server.php (needs the curl and openssl extensions)
declare(strict_types=1);

// The sandbox's first merchant. In production, all six come from OCB and stay on the server.
define('OCB', (getenv('OKCASHBAG_BASE_URL') ?: 'http://127.0.0.1:4000') . '/payui/api');
define('MERCHANT', [
    'nxMctNo' => getenv('OKCASHBAG_NX_MCT_NO') ?: '100000000000001',
    'nxMctCorpNo' => getenv('OKCASHBAG_NX_MCT_CORP_NO') ?: '1208800000001',
]);
define('AUTH', getenv('OKCASHBAG_BASIC_AUTH') ?: 'aGFydTpoYXJ1LXNhbmRib3gtMQ==');
// Key and IV are hex: 32 digits are 16 bytes.
define('KEY', hex2bin(getenv('OKCASHBAG_AES_KEY') ?: '4861727553616e64626f784b65793031'));
define('IV', hex2bin(getenv('OKCASHBAG_AES_IV') ?: '4861727553616e64626f784976303031'));

// The amount is the server's: a page may say anything.
const TOTAL = 39000;
// The call may have taken effect.
const UNKNOWN = ['4000', '4001', '4062', '4072', '5000', '9000', '9999'];

final class Refused extends Exception
{
    public function __construct(public readonly array $error)
    {
        parent::__construct($error['errorMessage']);
    }
}

final class NoAnswer extends Exception
{
}

/** Returns the answer's fields. Throws Refused for an errorObject, and NoAnswer if there is no answer. */
function call(string $path, array $body): array
{
    $curl = curl_init(OCB . $path);
    curl_setopt_array($curl, [
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 12,
        CURLOPT_HTTPHEADER => ['Authorization: Basic ' . AUTH, 'Content-Type: text/plain', 'Accept: text/plain'],
        // Encrypts with PKCS#7 padding, and returns Base64.
        CURLOPT_POSTFIELDS => openssl_encrypt(json_encode($body), 'aes-128-cbc', KEY, 0, IV),
    ]);
    $text = curl_exec($curl);
    if ($text === false) {
        throw new NoAnswer(curl_error($curl));
    }
    // A wrong Authorization is answered in clear, because there is no key to encrypt with.
    $inClear = str_starts_with((string) curl_getinfo($curl, CURLINFO_CONTENT_TYPE), 'application/json');
    $answer = json_decode($inClear ? $text : (openssl_decrypt($text, 'aes-128-cbc', KEY, 0, IV) ?: ''), true);
    if (!is_array($answer)) {
        throw new NoAnswer('The answer cannot be read: check the key and the IV');
    }
    if ($answer['errorObject'] !== null) {
        throw new Refused($answer['errorObject']);
    }
    return $answer;
}

/** Repeats a call whose outcome is unknown. The same mctTransactionId never takes effect twice. */
function movePoints(string $path, array $body): array
{
    for ($left = 2; ; $left--) {
        try {
            return call($path, $body);
        } catch (Refused $refused) {
            if ($left === 0 || !in_array($refused->error['errorCode'], UNKNOWN, true)) {
                throw $refused;
            }
        } catch (NoAnswer $none) {
            if ($left === 0) {
                throw $none;
            }
        }
        sleep(1);
    }
}

function issueToken(): array
{
    $answer = call('/auth/merchant/v1.0/token', MERCHANT + ['mctAmount' => TOTAL]);
    return ['merchantTrToken' => $answer['merchantTrToken']];
}

function placeOrder(array $body): array
{
    // Store this id with the order before the call, so that a crash loses nothing.
    $order = 'order-' . bin2hex(random_bytes(16));
    try {
        $used = movePoints('/pay/use/v1.0/point', [
            'mctTransactionId' => $order,
            'ocbUseTrAuthToken' => $body['ocbUseTrAuthToken'],
        ]);
        if ($used['mctAmount'] === TOTAL && $used['useOcbPoint'] + $used['dutumPoint'] === $body['usePoint']) {
            return ['outcome' => 'paid'];
        }
        // The page sent a token that was authorised for another order.
        movePoints('/pay/use/v1.0/cancel', [
            'mctTransactionId' => "$order-unfit",
            'orgOcbTransactionId' => $used['ocbTransactionId'],
        ]);
        return ['outcome' => 'refused', 'message' => 'The points do not fit the order.'];
    } catch (Refused $refused) {
        if (!in_array($refused->error['errorCode'], UNKNOWN, true)) {
            return ['outcome' => 'refused', 'message' => $refused->getMessage()];
        }
    } catch (NoAnswer) {
    }
    // The points may have been taken: keep the order open, and ask /result/v1.0/transaction with the same id.
    return ['outcome' => 'unknown'];
}

if ($_SERVER['REQUEST_METHOD'] === 'GET') {
    header('Content-Type: text/html; charset=utf-8');
    readfile(__DIR__ . '/index.html');
    return;
}
header('Content-Type: application/json');
try {
    $body = json_decode(file_get_contents('php://input') ?: '{}', true);
    echo json_encode($_SERVER['REQUEST_URI'] === '/token' ? issueToken() : placeOrder($body));
} catch (Refused $refused) {
    http_response_code(502);
    echo json_encode(['detail' => $refused->error['errorDetailMessage']]);
} catch (NoAnswer $none) {
    http_response_code(502);
    echo json_encode(['detail' => $none->getMessage()]);
}
