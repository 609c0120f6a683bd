package dev.holdfast.git.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The settings of one configuration file that stand in sections without a name of their own
 * (git-config(1), "Syntax"). Includes are not followed.
 */
final class GitConfig {
    private static final long LARGEST = 16 << 20;

    private final Path file;
    private final String text;
    private final Map<String, String> settings = new HashMap<>();
    private int at;

    private GitConfig(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Reads a file; a file that is not there has no settings.
     *
     * @return {@code section.key} in lower case, with the last value
     */
    static Map<String, String> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " is too large for a configuration file");
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        GitConfig config = new GitConfig(file, text);
        config.parse();
        return config.settings;
    }

    private void parse() throws IOException {
        String section = "";
        while (at < text.length()) {
            char each = text.charAt(at);
            if (each == '#' || each == ';') {
                skipLine();
            } else if (each == '[') {
                section = section();
            } else if (isLetter(each)) {
                setting(section);
            } else if (Character.isWhitespace(each) || (each == '\uFEFF' && at == 0)) {
                at++;
            } else {
                throw broken();
            }
        }
    }

    /**
     * {@code [name]}; a section with a name of its own, {@code [name "own"]}, is of no interest.
     */
    private String section() throws IOException {
        int start = ++at;
        while (at < text.length() && (isKey(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String name = text.substring(start, at).toLowerCase(Locale.ROOT);
        boolean plain = true;
        while (at < text.length() && text.charAt(at) != ']') {
            plain = false;
            char each = text.charAt(at);
            if (each == '"') {
                skipQuoted();
            } else if (each == ' ' || each == '\t') {
                at++;
            } else {
                throw broken();
            }
        }
        if (at++ >= text.length()) {
            throw broken();
        }
        return plain ? name : "";
    }

    private void skipQuoted() throws IOException {
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
            if (at < text.length() && text.charAt(at) == '\n') {
                throw broken();
            }
        }
        at++;
    }

    private void setting(String section) throws IOException {
        int start = at;
        while (at < text.length() && isKey(text.charAt(at))) {
            at++;
        }
        String key = text.substring(start, at).toLowerCase(Locale.ROOT);
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        String value = "true";
        if (at < text.length() && text.charAt(at) == '=') {
            at++;
            value = value();
        } else if (at < text.length() && "\r\n#;".indexOf(text.charAt(at)) < 0) {
            throw broken();
        }
        if (!section.isEmpty()) {
            settings.put(section + "." + key, value);
        }
    }

    private String value() throws IOException {
        StringBuilder value = new StringBuilder();
        int upTo = 0;
        boolean quoted = false;
        while (at < text.length()) {
            char each = text.charAt(at++);
            if (each == '\n') {
                if (quoted) {
                    throw broken();
                }
                break;
            }
            if (each == '\\') {
                escape(value);
                upTo = value.length();
            } else if (each == '"') {
                quoted = !quoted;
                upTo = value.length();
            } else if (!quoted && (each == '#' || each == ';')) {
                skipLine();
                break;
            } else {
                if (quoted || !Character.isWhitespace(each)) {
                    value.append(each);
                    upTo = value.length();
                } else if (!value.isEmpty()) {
                    value.append(each);
                }
            }
        }
        return value.substring(0, upTo);
    }

    private void escape(StringBuilder value) throws IOException {
        char each = at < text.length() ? text.charAt(at++) : '\n';
        if (each == '\r' && at < text.length() && text.charAt(at) == '\n') {
            each = text.charAt(at++);
        }
        switch (each) {
            case '\n' -> {}
            case 'n' -> value.append('\n');
            case 't' -> value.append('\t');
            case 'b' -> value.append('\b');
            case '\\', '"' -> value.append(each);
            default -> throw broken();
        }
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at++) != '\n') {
            // The rest is a comment.
        }
    }

    private IOException broken() {
        long line =
                1 + text.chars().limit(Math.max(0, at - 1)).filter(each -> each == '\n').count();
        return new IOException(file + ":" + line + ": is nothing that git understands");
    }

    private static boolean isLetter(char each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
    }

    private static boolean isKey(char each) {
        return isLetter(each) || (each >= '0' && each <= '9') || each == '-';
    }
}
