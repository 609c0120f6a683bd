package dev.holdfast.rls.propose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What speaks for each guess, and what could not be found. */
final class Reasons {
    private final Map<String, List<String>> because = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();

    /**
     * Why a key of the spec has its value, or which other it may have.
     *
     * @param key {@code identity}, {@code owner.columns}, …
     */
    void add(String key, String text) {
        because.computeIfAbsent(key, _ -> new ArrayList<>()).add(text);
    }

    /** What could not be found; nobody else may be asked to guess it. */
    void missing(String text) {
        missing.add(text);
    }

    Map<String, List<String>> because() {
        return because;
    }

    List<String> missing() {
        return missing;
    }
}
