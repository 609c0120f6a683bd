package dev.holdfast.secrets.scan;

import dev.holdfast.core.check.Context;
import dev.holdfast.core.history.Changes;
import dev.holdfast.core.history.ContentSink;
import dev.holdfast.core.history.Survey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Scans the contents of a survey on the threads that read them. */
final class HistoryScan {
    private final Survey survey;
    private final TokenSearch search;
    private final Context context;
    private final AtomicLong contents = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong passed = new AtomicLong();
    private final BitSet clean;
    private final List<InContent> found = Collections.synchronizedList(new ArrayList<>());
    private final List<Unreadable> unreadable = Collections.synchronizedList(new ArrayList<>());

    /**
     * A scan.
     *
     * @param known contents that are known to be clean and are not looked at
     */
    HistoryScan(Survey survey, BitSet known, TokenSearch search, Context context) {
        this.survey = survey;
        this.search = search;
        this.context = context;
        this.clean = (BitSet) known.clone();
    }

    private record InContent(int number, Found found) {}

    /** A content that could not be read, and why. */
    record Unreadable(int number, String why) {}

    void run() throws InterruptedException {
        BitSet known = (BitSet) clean.clone();
        survey.read(
                number -> {
                    if (known.get(number)) {
                        passed.incrementAndGet();
                        return false;
                    }
                    return true;
                },
                context.threads(),
                Sink::new);
    }

    /** One for each thread. */
    private final class Sink implements ContentSink {
        private final FileContent scan = new FileContent(search);

        @Override
        public void content(
                int number, byte[] text, int length, int base, @Nullable Changes changes) {
            try {
                keep(number, scan.look(text, length), length);
            } catch (IOException never) {
                throw new UncheckedIOException(never);
            }
        }

        @Override
        public void large(int number, long length, InputStream content) throws IOException {
            FileContent.Looked looked = scan.look(content, length);
            // An archive ends before its file does, and only at its end is a content known as
            // sound.
            content.transferTo(OutputStream.nullOutputStream());
            keep(number, looked, length);
        }

        @Override
        public void unreadable(int number, String why) {
            HistoryScan.this.unreadable.add(new Unreadable(number, why));
        }

        private void keep(int number, FileContent.Looked looked, long length) {
            looked.found().forEach(each -> found.add(new InContent(number, each)));
            looked.problems()
                    .forEach(why -> HistoryScan.this.unreadable.add(new Unreadable(number, why)));
            if (looked.found().isEmpty() && looked.problems().isEmpty()) {
                synchronized (clean) {
                    clean.set(number);
                }
            }
            bytes.addAndGet(length);
            context.progress()
                    .at(
                            "contents scanned",
                            contents.incrementAndGet() + passed.get(),
                            survey.size());
        }
    }

    /**
     * What was found, with where it came from first. A content is left out only when every path at
     * which the history has it is.
     *
     * @param passedOver gets the first paths of contents that are left out there
     */
    List<Sighting> sightings(Predicate<String> leftOut, Set<String> passedOver)
            throws InterruptedException {
        Map<Integer, Survey.Origin> origins = new HashMap<>();
        BitSet elsewhere = new BitSet();
        for (InContent each : found()) {
            Survey.Origin origin =
                    origins.computeIfAbsent(each.number(), number -> survey.origin(number));
            if (leftOut.test(origin.path())) {
                elsewhere.set(each.number());
                passedOver.add(origin.path());
            }
        }
        if (!elsewhere.isEmpty()) {
            origins.keySet().removeIf(elsewhere::get);
            origins.putAll(survey.origins(elsewhere, leftOut.negate()));
        }
        List<Sighting> all = new ArrayList<>();
        for (InContent each : found()) {
            Survey.Origin origin = origins.get(each.number());
            if (origin != null) {
                all.add(
                        new Sighting(
                                each.found(),
                                origin.path(),
                                new Sighting.Past(
                                        origin.commit(),
                                        origin.author(),
                                        origin.date(),
                                        survey.isAtHead(each.number()))));
            }
        }
        return all;
    }

    private List<InContent> found() {
        return found.stream().sorted(Comparator.comparingInt(InContent::number)).toList();
    }

    List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    /** What is known to be clean now. */
    BitSet clean() {
        synchronized (clean) {
            return (BitSet) clean.clone();
        }
    }

    /** How many contents were not looked at, since they are known to be clean. */
    long passed() {
        return passed.get();
    }

    /** How many were looked at. */
    long contents() {
        return contents.get();
    }

    long bytes() {
        return bytes.get();
    }
}
