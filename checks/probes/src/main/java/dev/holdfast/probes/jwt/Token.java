package dev.holdfast.probes.jwt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What a token says, before it is signed: a header and claims, in order, so that a forged one may
 * say a thing twice (RFC 7519, RFC 7515 section 7.1).
 */
record Token(List<Map.Entry<String, Object>> header, List<Map.Entry<String, Object>> claims) {
    Token {
        header = List.copyOf(header);
        claims = List.copyOf(claims);
    }

    /** The same with that header parameter, in place of another of its name. */
    Token header(String name, Object value) {
        return new Token(put(header, name, value), claims);
    }

    /** The same with that claim, in place of another of its name. */
    Token claim(String name, Object value) {
        return new Token(header, put(claims, name, value));
    }

    /** The same with one more claim at the end, whether there is one of its name or not. */
    Token also(String name, Object value) {
        List<Map.Entry<String, Object>> more = new ArrayList<>(claims);
        more.add(Map.entry(name, value));
        return new Token(header, more);
    }

    /** The same without that claim. */
    Token without(String name) {
        return new Token(
                header, claims.stream().filter(each -> !each.getKey().equals(name)).toList());
    }

    /** The same without that header parameter. */
    Token withoutHeader(String name) {
        return new Token(
                header.stream().filter(each -> !each.getKey().equals(name)).toList(), claims);
    }

    /** The two parts that are signed, with the dot between them. */
    String signed() {
        return part(CompactJson.of(header)) + "." + part(CompactJson.of(claims));
    }

    /** The bytes that are signed. */
    byte[] bytes() {
        return signed().getBytes(StandardCharsets.US_ASCII);
    }

    /** The whole token with that signature. */
    String with(byte[] signature) {
        return signed() + "." + base64(signature);
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String part(String json) {
        return base64(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Map.Entry<String, Object>> put(
            List<Map.Entry<String, Object>> members, String name, Object value) {
        List<Map.Entry<String, Object>> changed = new ArrayList<>(members);
        for (int index = 0; index < changed.size(); index++) {
            if (changed.get(index).getKey().equals(name)) {
                changed.set(index, Map.entry(name, value));
                return changed;
            }
        }
        changed.add(Map.entry(name, value));
        return changed;
    }
}
