package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Latin1;
import java.util.Base64;
import java.util.List;

/**
 * The body of a key in text: lines of base64, with the headers of older formats before them, and
 * between them whatever a language writes to break or join lines.
 */
final class KeyMaterial {
    /** The most bytes that are read. */
    static final int LONGEST = 16_384;

    // Lines have 64 or 76 characters; the shortest key, of Ed25519, has one of 64.
    private static final int FEWEST_ON_A_LINE = 40;
    // An RSA key of 512 bits has more than 400 characters; what is shorter was cut for a manual.
    private static final int FEWEST_OF_RSA = 200;
    // A shorter run is a key's last line, or else the program's next word.
    private static final int SHORT = 20;
    private static final List<String> HEADERS =
            List.of("Proc-Type:", "DEK-Info:", "Version:", "Comment:", "Hash:", "Charset:");

    private final byte[] bytes;
    private final int limit;
    private int at;
    private int end;
    private int longestStart;
    private int longestEnd;
    private int characters;
    private boolean encrypted;

    private KeyMaterial(byte[] bytes, int limit, int start) {
        this.bytes = bytes;
        this.limit = limit;
        this.at = start;
        this.end = start;
    }

    static KeyMaterial read(byte[] bytes, int length, int start) {
        KeyMaterial body = new KeyMaterial(bytes, Math.min(length, start + LONGEST), start);
        body.lines();
        return body;
    }

    private void lines() {
        skipBreaks();
        while (at < limit) {
            if (skipHeader()) {
                skipBreaks();
                continue;
            }
            int line = at;
            while (at < limit && isData(bytes[at])) {
                at++;
            }
            if (at == line || (at - line < SHORT && !isLast())) {
                at = line;
                return;
            }
            if (at - line > longestEnd - longestStart) {
                longestStart = line;
                longestEnd = at;
            }
            end = at;
            characters += at - line;
            skipBreaks();
        }
    }

    private boolean isLast() {
        int before = at;
        skipBreaks();
        boolean last = Literal.at(bytes, limit, at, "-----END ");
        at = before;
        return last;
    }

    private static boolean isData(byte each) {
        return Bytes.STANDARD_BASE64.has(each) || each == '=';
    }

    /** Line ends, raw or written out, and what joins strings: quotes, plus signs, commas. */
    private void skipBreaks() {
        while (at < limit) {
            if (bytes[at] == '\\') {
                at += at + 1 < limit && "nrt".indexOf((char) bytes[at + 1]) >= 0 ? 2 : 1;
            } else if (" \t\r\n\"'`,".indexOf((char) bytes[at]) >= 0 || isJoin()) {
                at++;
            } else {
                return;
            }
        }
    }

    // A plus sign between strings, not one that begins a line of base64.
    private boolean isJoin() {
        return bytes[at] == '+'
                && at + 1 < limit
                && " \t\r\n\"'`\\".indexOf((char) bytes[at + 1]) >= 0;
    }

    private boolean skipHeader() {
        for (String header : HEADERS) {
            if (Literal.at(bytes, limit, at, header)) {
                int stop = at;
                while (stop < limit && "\n\\\"'`".indexOf((char) bytes[stop]) < 0) {
                    stop++;
                }
                encrypted |= Latin1.find(bytes, at, stop, "ENCRYPTED") >= 0;
                at = stop;
                return true;
            }
        }
        return false;
    }

    /** Whether there is enough of it, and it is no stand-in. */
    boolean isKey(boolean rsa) {
        return longestEnd - longestStart >= FEWEST_ON_A_LINE
                && characters >= (rsa ? FEWEST_OF_RSA : FEWEST_ON_A_LINE)
                && !Placeholder.is(bytes, longestStart, longestEnd);
    }

    /** Behind the last line. */
    int end() {
        return end;
    }

    /** Behind the breaks that follow the last line. */
    int next() {
        return at;
    }

    /** Whether a passphrase protects it: an older header says so, or the cipher inside does. */
    boolean isEncrypted() {
        return encrypted || hasOpenSshCipher();
    }

    // "openssh-key-v1\0", then the length of the cipher's name and the name (PROTOCOL.key).
    private boolean hasOpenSshCipher() {
        int head = 44;
        if (longestEnd - longestStart < head
                || !Literal.at(bytes, limit, longestStart, "b3BlbnNzaC1rZXktdjE")) {
            return false;
        }
        String text = Latin1.text(bytes, longestStart, longestStart + head);
        if (text.indexOf('=') >= 0) {
            return false;
        }
        byte[] decoded = Base64.getDecoder().decode(Latin1.bytes(text));
        return !Literal.at(decoded, decoded.length, 19, "none");
    }
}
