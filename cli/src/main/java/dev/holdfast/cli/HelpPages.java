package dev.holdfast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The help pages that were rendered when the image was built. A page is a plain file beside the
 * image, because reading it from a jar costs about 10 ms more.
 */
final class HelpPages {

    private HelpPages() {}

    /**
     * The command whose help is asked for: {@code check --help}, {@code check -h} and {@code help
     * check} all ask for {@code [check]}. Nothing when something else is asked.
     */
    static Optional<List<String>> asked(List<String> args) {
        if (args.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>(args);
        String last = args.getLast();
        if (last.equals("--help") || last.equals("-h")) {
            words.removeLast();
        } else if (args.getFirst().equals("help")) {
            words.removeFirst();
        } else {
            return Optional.empty();
        }
        // Loops: a stream would load more classes than all else here.
        for (String word : words) {
            if (!isWord(word)) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(words));
    }

    // A word becomes a part of a file name, so it may hold nothing but letters, joined by hyphens.
    private static boolean isWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            char each = word.charAt(i);
            if ((each < 'a' || each > 'z') && (each != '-' || i == 0)) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    /** {@code holdfast.txt}, {@code holdfast-secrets-bundle.txt}. */
    static String name(List<String> words) {
        return words.isEmpty() ? "holdfast.txt" : "holdfast-" + String.join("-", words) + ".txt";
    }

    /** The rendered page, when the image has one. */
    static Optional<String> rendered(List<String> words) {
        String folder = System.getProperty("holdfast.help");
        if (folder == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(Path.of(folder, name(words))));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}
