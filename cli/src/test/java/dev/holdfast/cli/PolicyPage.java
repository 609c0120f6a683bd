package dev.holdfast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code docs/policy.md}, with its blocks by name; written again with {@code -Dgolden=write}. */
final class PolicyPage {
    private static final Path FILE = Path.of("../docs/policy.md");

    private String text;

    PolicyPage() throws IOException {
        this.text = Files.readString(FILE);
    }

    /** The text of a fenced block. */
    String block(String kind, String name) {
        Matcher block = find(kind, name);
        return block.group(2);
    }

    /** Puts other lines into a fenced block; the page is changed in memory only. */
    void setBlock(String kind, String name, String lines) {
        Matcher block = find(kind, name);
        text = text.substring(0, block.start(2)) + lines + text.substring(block.end(2));
    }

    private Matcher find(String kind, String name) {
        String mark = Pattern.quote("<!-- " + kind + ": " + name + " -->\n```");
        Matcher block = Pattern.compile(mark + "([a-z]*)\n((?s:.*?))```\n").matcher(text);
        if (!block.find()) {
            throw new IllegalStateException("no block " + kind + ": " + name);
        }
        return block;
    }

    /** The lines between {@code begin} and {@code end} of that name. */
    String part(String name) {
        Matcher part = findPart(name);
        return part.group(1);
    }

    void setPart(String name, String lines) {
        Matcher part = findPart(name);
        text = text.substring(0, part.start(1)) + lines + text.substring(part.end(1));
    }

    private Matcher findPart(String name) {
        Matcher part =
                Pattern.compile(
                                "<!-- %s: begin -->\n((?s:.*?))<!-- %s: end -->"
                                        .formatted(name, name))
                        .matcher(text);
        if (!part.find()) {
            throw new IllegalStateException("no part " + name);
        }
        return part;
    }

    void write() throws IOException {
        Files.writeString(FILE, text);
    }
}
