package dev.holdfast.secrets.rule;

import dev.holdfast.secrets.engine.Bytes;
import dev.holdfast.secrets.engine.Latin1;
import dev.holdfast.secrets.engine.Match;
import dev.holdfast.secrets.engine.Recognizer;
import dev.holdfast.secrets.engine.TokenMatch;
import dev.holdfast.secrets.engine.TokenRule;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Key stores of PKCS #12 (RFC 7292, section 4), as a file and as base64. Told by content: a
 * sequence, version 3, and a content that is data or signed data. The token begins behind the first
 * sequence's length, which says nothing.
 */
final class Pkcs12Rule implements Recognizer {
    // INTEGER 3 and the head of the sequence behind it, and the same in base64 of DER and of BER.
    private static final String BINARY = "\u0002\u0001\u00030";
    private static final String DER = "IBAzCC";
    private static final String BER = "AQMwgAYJ";
    private static final int LONGEST = 16_384;
    private static final int FEWEST = 256;
    // 1.2.840.113549.1.7, without its last number: 1 is data, 2 is signed data.
    private static final String CONTENT = "\u0006\t*\u0086H\u0086\u00f7\r\u0001\u0007";

    private final Kind kind;
    private final TokenRule rule;

    Pkcs12Rule(Kind kind) {
        this.kind = kind;
        this.rule = kind.rule();
    }

    @Override
    public List<String> anchors() {
        return List.of(BINARY, DER, BER);
    }

    @Override
    public @Nullable Match at(byte[] bytes, int length, int anchor) {
        if (bytes[anchor] == 2) {
            return binary(bytes, length, anchor);
        }
        int before = bytes[anchor] == 'I' ? 6 : 4;
        int start = anchor - before;
        // The whole begins at a group of four characters, so that it can be decoded.
        if (start < 0
                || bytes[start] != 'M'
                || bytes[start + 1] != 'I'
                || (start > 0 && Bytes.STANDARD_BASE64.has(bytes[start - 1]))) {
            return null;
        }
        int end = anchor;
        int last = Math.min(length, anchor + LONGEST);
        while (end < last && (Bytes.STANDARD_BASE64.has(bytes[end]) || bytes[end] == '=')) {
            end++;
        }
        String head = Latin1.text(bytes, start, Math.min(end, start + 40));
        if (head.length() < 40 || head.indexOf('=') >= 0 || !isStore(head)) {
            return null;
        }
        return new TokenMatch(rule, kind.leaked(), anchor, end, List.of());
    }

    private static boolean isStore(String head) {
        byte[] decoded = Base64.getDecoder().decode(head);
        int version = Latin1.find(decoded, 2, 7, "\u0002\u0001\u0003");
        return version >= 2 && hasContent(decoded, decoded.length, version + 3);
    }

    private @Nullable Match binary(byte[] bytes, int length, int anchor) {
        int start = anchor - 4;
        if (start < 0
                || bytes[start] != 0x30
                || bytes[start + 1] != (byte) 0x82
                || !hasContent(bytes, length, anchor + 3)) {
            return null;
        }
        int size = (bytes[start + 2] & 0xFF) << 8 | (bytes[start + 3] & 0xFF);
        int end = Math.min(length, Math.min(start + 4 + size, anchor + LONGEST));
        return size < FEWEST ? null : new TokenMatch(rule, kind.leaked(), anchor, end, List.of());
    }

    /** Whether a sequence begins there that begins with the type of a content. */
    private static boolean hasContent(byte[] bytes, int length, int at) {
        if (at + 16 > length || bytes[at] != 0x30) {
            return false;
        }
        int head = (bytes[at + 1] & 0xFF) == 0x82 ? 4 : (bytes[at + 1] & 0xFF) == 0x81 ? 3 : 2;
        int content = at + head;
        int type = content + CONTENT.length();
        return type < length
                && Latin1.find(bytes, content, type, CONTENT) == content
                && (bytes[type] == 1 || bytes[type] == 2);
    }

    @Override
    public boolean startsAtAnchor() {
        return true;
    }

    @Override
    public int reach() {
        return LONGEST + 16;
    }
}
