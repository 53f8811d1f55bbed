// A merchant's server on a plain JDK, 17 or later: java Server.java
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

public class Server {
    // The sandbox's first merchant. In production, all six come from OCB and stay on the server.
    static final String OCB = setting("OKCASHBAG_BASE_URL", "http://127.0.0.1:4000") + "/payui/api";
    static final String MCT_NO = setting("OKCASHBAG_NX_MCT_NO", "100000000000001");
    static final String MCT_CORP_NO = setting("OKCASHBAG_NX_MCT_CORP_NO", "1208800000001");
    static final String AUTH = setting("OKCASHBAG_BASIC_AUTH", "aGFydTpoYXJ1LXNhbmRib3gtMQ==");
    // Key and IV are hex: 32 digits are 16 bytes.
    static final byte[] KEY = HexFormat.of().parseHex(setting("OKCASHBAG_AES_KEY", "4861727553616e64626f784b65793031"));
    static final byte[] IV = HexFormat.of().parseHex(setting("OKCASHBAG_AES_IV", "4861727553616e64626f784976303031"));

    /** The amount is the server's: a page may say anything. */
    static final int TOTAL = 39_000;
    /** The call may have taken effect. */
    static final Set<String> UNKNOWN = Set.of("4000", "4001", "4062", "4072", "5000", "9000", "9999");

    static String setting(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
    }

    /** OCB refused: an errorObject. */
    static class Refused extends Exception {
        final String code;
        final String detail;

        Refused(String answer) {
            super(text(answer, "errorMessage"));
            code = text(answer, "errorCode");
            detail = text(answer, "errorDetailMessage");
        }
    }

    static final HttpClient HTTP = HttpClient.newHttpClient();

    static byte[] crypt(int mode, byte[] bytes) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(KEY, "AES"), new IvParameterSpec(IV));
        return cipher.doFinal(bytes);
    }

    /** Returns the answer as JSON. Throws Refused for an errorObject, and IOException if there is no answer. */
    static String call(String path, String json) throws Refused, IOException, InterruptedException {
        try {
            byte[] sealed = crypt(Cipher.ENCRYPT_MODE, json.getBytes(StandardCharsets.UTF_8));
            HttpRequest request = HttpRequest.newBuilder(URI.create(OCB + path))
                .timeout(Duration.ofSeconds(12))
                .header("Authorization", "Basic " + AUTH)
                .header("Content-Type", "text/plain")
                .header("Accept", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(Base64.getEncoder().encodeToString(sealed)))
                .build();
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            // A wrong Authorization is answered in clear, because there is no key to encrypt with.
            String type = response.headers().firstValue("Content-Type").orElse("");
            String answer = type.startsWith("application/json")
                ? response.body()
                : new String(crypt(Cipher.DECRYPT_MODE, Base64.getMimeDecoder().decode(response.body())), StandardCharsets.UTF_8);
            if (response.statusCode() != 200) throw new Refused(answer);
            return answer;
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IOException("The answer cannot be read: check the key and the IV", unreadable);
        }
    }

    /** Returns a string of flat JSON. A server with a JSON library uses that. */
    static String text(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(json);
        return found.find() ? found.group(1).replaceAll("\\\\(.)", "$1") : "";
    }

    static int number(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*(\\d+)").matcher(json);
        return found.find() ? Integer.parseInt(found.group(1)) : -1;
    }

    /** Repeats a call whose outcome is unknown. The same mctTransactionId never takes effect twice. */
    static String movePoints(String path, String json) throws Refused, IOException, InterruptedException {
        for (int left = 2; ; left--) {
            try {
                return call(path, json);
            } catch (Refused refused) {
                if (left == 0 || !UNKNOWN.contains(refused.code)) throw refused;
            } catch (IOException none) {
                if (left == 0) throw none;
            }
            Thread.sleep(1000);
        }
    }

    static String issueToken() throws Refused, IOException, InterruptedException {
        String answer = call("/auth/merchant/v1.0/token", """
            {"nxMctNo":"%s","nxMctCorpNo":"%s","mctAmount":%d}""".formatted(MCT_NO, MCT_CORP_NO, TOTAL));
        return "{\"merchantTrToken\":\"" + text(answer, "merchantTrToken") + "\"}";
    }

    static String placeOrder(String body) throws InterruptedException {
        String token = text(body, "ocbUseTrAuthToken");
        // Store this id with the order before the call, so that a crash loses nothing.
        String order = "order-" + UUID.randomUUID();
        try {
            String used = movePoints("/pay/use/v1.0/point", """
                {"mctTransactionId":"%s","ocbUseTrAuthToken":"%s"}""".formatted(order, token));
            int points = number(used, "useOcbPoint") + number(used, "dutumPoint");
            if (number(used, "mctAmount") == TOTAL && points == number(body, "usePoint")) return "{\"outcome\":\"paid\"}";
            // The page sent a token that was authorised for another order.
            movePoints("/pay/use/v1.0/cancel", """
                {"mctTransactionId":"%s-unfit","orgOcbTransactionId":"%s"}""".formatted(order, text(used, "ocbTransactionId")));
            return "{\"outcome\":\"refused\",\"message\":\"The points do not fit the order.\"}";
        } catch (Refused refused) {
            if (!UNKNOWN.contains(refused.code)) {
                return "{\"outcome\":\"refused\",\"message\":\"" + quoted(refused.getMessage()) + "\"}";
            }
        } catch (IOException none) {
            // As below.
        }
        // The points may have been taken: keep the order open, and ask /result/v1.0/transaction with the same id.
        return "{\"outcome\":\"unknown\"}";
    }

    static String quoted(String text) {
        return text.replaceAll("[\\\\\"]", "\\\\$0");
    }

    static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    static void serve(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, 200, "text/html; charset=utf-8", Files.readAllBytes(Path.of("index.html")));
            return;
        }
        int status = 200;
        String answer;
        try {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer = exchange.getRequestURI().getPath().equals("/token") ? issueToken() : placeOrder(body);
        } catch (Refused refused) {
            status = 502;
            answer = "{\"detail\":\"" + quoted(refused.detail) + "\"}";
        } catch (IOException none) {
            status = 502;
            answer = "{\"detail\":\"" + quoted(String.valueOf(none.getMessage())) + "\"}";
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
        send(exchange, status, "application/json", answer.getBytes(StandardCharsets.UTF_8));
    }

    public static void main(String[] args) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", Integer.parseInt(setting("PORT", "3000"))), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", Server::serve);
        server.start();
        System.out.println("ready");
    }
}
