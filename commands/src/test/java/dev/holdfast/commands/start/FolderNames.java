package dev.holdfast.commands.start;

import java.util.SplittableRandom;

/** Names of folders that somebody may really have made, the odd ones more often. */
final class FolderNames {
    private static final String[] PARTS = {
        "a",
        "Web",
        "9",
        " ",
        "  ",
        "-",
        "--x",
        "'",
        "\"",
        "#",
        " #",
        ": ",
        ":",
        "${{ x }}",
        "${{",
        "}}",
        "$",
        "`id`",
        "$(id)",
        "@{name}",
        "@{",
        "{",
        "}",
        "[",
        "]",
        ",",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "\\",
        "\\n",
        "\n",
        "\r",
        "\t",
        "\u0000x",
        "\u001b[31m",
        "\u202e",
        "\u2028",
        "é",
        "\u2603",
        "true",
        "null",
        "~",
        ".",
        "(",
        ")",
        "+",
        "^",
        "?",
        ";",
        "=",
    };

    private FolderNames() {}

    /** A name of one to five parts, without '/'. */
    static String random(SplittableRandom random) {
        StringBuilder name = new StringBuilder();
        int parts = random.nextInt(1, 6);
        for (int i = 0; i < parts; i++) {
            name.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return name.toString().matches("\\.{1,2}") ? "dots" : name.toString();
    }
}
