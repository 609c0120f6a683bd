package dev.holdfast.git.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.core.history.Changes;
import dev.holdfast.core.history.ContentSink;
import dev.holdfast.core.history.HistoryScope;
import dev.holdfast.core.history.Survey;
import dev.holdfast.git.GitRepository;
import dev.holdfast.git.folder.GitVariables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A survey whose contents were all read. */
final class Surveyed {
    private final Survey survey;
    private final Map<String, Integer> numbers = Collections.synchronizedMap(new TreeMap<>());
    private final Map<String, String> texts = Collections.synchronizedMap(new TreeMap<>());
    private final Map<String, String> messages = Collections.synchronizedMap(new TreeMap<>());
    private final List<String> unreadable = Collections.synchronizedList(new ArrayList<>());

    private Surveyed(Survey survey) {
        this.survey = survey;
    }

    static Surveyed head(Path folder) throws IOException, InterruptedException {
        return of(folder, HistoryScope.head());
    }

    static Surveyed all(Path folder) throws IOException, InterruptedException {
        return of(folder, new HistoryScope(true, false, Optional.empty()));
    }

    static Surveyed withReflogs(Path folder) throws IOException, InterruptedException {
        return of(folder, new HistoryScope(false, true, Optional.empty()));
    }

    static Surveyed since(Path folder, String revision) throws IOException, InterruptedException {
        return of(folder, new HistoryScope(false, false, Optional.of(revision)));
    }

    static Surveyed of(Path folder, HistoryScope scope) throws IOException, InterruptedException {
        GitVariables none = new GitVariables(folder, Map.of());
        Survey survey = GitRepository.open(folder, none).history().survey(scope, 2);
        Surveyed surveyed = new Surveyed(survey);
        survey.read(number -> true, 2, surveyed.new Sink()::own);
        assertEquals(
                survey.size(),
                surveyed.texts.size() + surveyed.messages.size() + surveyed.unreadable.size());
        return surveyed;
    }

    /** Takes all contents. */
    private final class Sink implements ContentSink {
        Sink own() {
            return this;
        }

        @Override
        public void content(
                int number, byte[] bytes, int length, int base, @Nullable Changes changes) {
            String name = survey.name(number);
            String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
            numbers.put(name, number);
            boolean isMessage = text.contains("\ncommitter ") || text.contains("\ntagger ");
            (isMessage ? messages : texts).put(name, text);
        }

        @Override
        public void unreadable(int number, String why) {
            unreadable.add(survey.name(number) + " " + why);
        }
    }

    /** The names of all contents. */
    Set<String> names() {
        return new TreeSet<>(texts.keySet());
    }

    /** The texts of commits and tags, by name. */
    Map<String, String> messages() {
        return new TreeMap<>(messages);
    }

    /** The contents themselves. */
    Set<String> texts() {
        return new TreeSet<>(texts.values());
    }

    Survey.Origin origin(String name) {
        return survey.origin(number(name));
    }

    /** Where a content is told to come from when only some paths are meant. */
    Optional<Survey.Origin> origin(String name, Predicate<String> meant)
            throws InterruptedException {
        BitSet one = new BitSet();
        one.set(number(name));
        return Optional.ofNullable(survey.origins(one, meant).get(number(name)));
    }

    /** All names. */
    Survey.Names allNames() throws InterruptedException {
        return survey.names(_ -> true, _ -> true);
    }

    /** Some names of files. */
    Survey.Names names(Predicate<String> wanted) throws InterruptedException {
        return survey.names(wanted, _ -> false);
    }

    boolean isAtHead(String name) {
        return survey.isAtHead(number(name));
    }

    private int number(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new AssertionError(name + " is not in " + numbers.keySet());
        }
        return number;
    }

    int commits() {
        return survey.commits();
    }

    List<String> unreadable() {
        return unreadable;
    }

    /** What could not be looked at, a line each. */
    List<String> gaps() {
        return survey.gaps().stream().map(gap -> gap.name() + " " + gap.why()).sorted().toList();
    }
}
