package dev.holdfast.core.ignore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of an ignore file (gitignore(5), "Pattern format"). */
final class RuleReader {
    private static final int LONGEST_RULE = 4 << 10;
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
    private static final String EVERYTHING = "*";

    private final List<Rule> rules = new ArrayList<>();

    private RuleReader() {}

    static List<Rule> read(byte[] file) {
        RuleReader reader = new RuleReader();
        if (file.length > IgnoreRules.LARGEST_FILE) {
            reader.takeEverythingBack();
            return reader.rules;
        }
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int start = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            reader.line(text.substring(start, end));
            start = end + 1;
        }
        return reader.rules;
    }

    /** What is not read may take back any rule before it. */
    private void takeEverythingBack() {
        rules.add(new Rule(rules.size(), true, false, false, EVERYTHING));
    }

    private void line(String line) {
        if (line.startsWith("#")) {
            return;
        }
        String rule = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        int zero = rule.indexOf(0);
        rule = withoutBlanks(zero < 0 ? rule : rule.substring(0, zero));
        boolean negated = rule.startsWith("!");
        if (rule.length() > LONGEST_RULE) {
            if (negated) {
                takeEverythingBack();
            }
            return;
        }
        String pattern = negated ? rule.substring(1) : rule;
        boolean onlyFolders = pattern.endsWith("/");
        if (onlyFolders) {
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        boolean anchored = pattern.indexOf('/') >= 0;
        if (pattern.startsWith("/")) {
            pattern = pattern.substring(1);
        }
        if (!pattern.isEmpty()) {
            rules.add(new Rule(rules.size(), negated, onlyFolders, anchored, pattern));
        }
    }

    /** Blanks at the end do not count unless a backslash stands before them. */
    private static String withoutBlanks(String line) {
        int blanks = -1;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) != ' ') {
                blanks = -1;
            } else if (blanks < 0) {
                blanks = i;
            }
            if (line.charAt(i) == '\\') {
                i++;
            }
        }
        return blanks < 0 ? line : line.substring(0, blanks);
    }
}
