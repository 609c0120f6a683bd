package dev.holdfast.git.history;

import dev.holdfast.core.history.Changes;
import dev.holdfast.core.history.ContentSink;
import dev.holdfast.core.history.Survey;
import dev.holdfast.git.pack.ChangedRanges;
import dev.holdfast.git.pack.ObjectSink;
import dev.holdfast.git.pack.ObjectStore;
import dev.holdfast.git.pack.ObjectType;
import dev.holdfast.git.pack.StoreWalk;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a walk through a repository has reached. */
final class GitSurvey implements Survey {
    private final ObjectStore store;
    private final ObjectGraph graph;
    private final Reach reach;
    private final Map<Integer, Integer> replacements;
    private final BitSet head;
    private final NameSearch names;
    private final List<Gap> gaps;
    private final AtomicLong unpacked = new AtomicLong();

    GitSurvey(
            ObjectStore store,
            ObjectGraph graph,
            Reach reach,
            Map<Integer, Integer> replacements,
            BitSet head,
            NameSearch names,
            List<Gap> gaps) {
        this.store = store;
        this.graph = graph;
        this.reach = reach;
        this.replacements = replacements;
        this.head = head;
        this.names = names;
        this.gaps = List.copyOf(gaps);
    }

    @Override
    public int size() {
        return reach.blobs().cardinality() + reach.messages().cardinality();
    }

    @Override
    public int commits() {
        return reach.commits();
    }

    @Override
    public void read(IntPredicate wanted, int threads, Supplier<? extends ContentSink> sinks)
            throws InterruptedException {
        BitSet selected = new BitSet();
        reach.blobs().stream().filter(wanted).forEach(selected::set);
        reach.messages().stream().filter(wanted).forEach(selected::set);
        StoreWalk walk = new StoreWalk(store, store.select(selected), Math.max(1, threads));
        walk.run(() -> new Handing(store, reach.messages(), sinks.get()));
        unpacked.addAndGet(walk.streams());
    }

    /** Hands objects on as contents. */
    private record Handing(ObjectStore store, BitSet messages, ContentSink sink)
            implements ObjectSink {

        @Override
        public void object(
                int number, byte[] bytes, int length, int base, @Nullable ChangedRanges changes) {
            if (isContent(number)) {
                Changes told = changes;
                sink.content(number, bytes, length, base, told);
            }
        }

        @Override
        public void large(int number, long length, InputStream content) throws IOException {
            if (isContent(number)) {
                sink.large(number, length, content);
            }
        }

        private boolean isContent(int number) {
            if (store.kind(number) == ObjectType.BLOB || messages.get(number)) {
                return true;
            }
            sink.unreadable(number, "it is no file, although a tree says so");
            return false;
        }

        @Override
        public void unreadable(int number, String why) {
            sink.unreadable(number, why);
        }
    }

    @Override
    public String name(int number) {
        return store.hex(number);
    }

    @Override
    public int nameLength() {
        return store.format().length();
    }

    @Override
    public void name(int number, byte[] into) {
        store.name(number, into);
    }

    @Override
    public int find(byte[] name) {
        return store.find(name, 0);
    }

    @Override
    public Origin origin(int number) {
        try (OriginReader reader = new OriginReader(store, reach, replacements)) {
            return reader.of(number);
        }
    }

    @Override
    public Map<Integer, Origin> origins(BitSet contents, Predicate<String> meant)
            throws InterruptedException {
        PathSearch search = new PathSearch(store, graph, reach, replacements, contents, meant);
        Map<Integer, PathSearch.Place> found = search.run();
        Map<Integer, Origin> origins = new HashMap<>();
        try (OriginReader reader = new OriginReader(store, reach, replacements)) {
            found.forEach((number, place) ->
                    origins.put(number, reader.of(place.commit(), place.path())));
            search.undecided().stream().forEach(each -> origins.put(each, reader.of(each)));
        }
        return origins;
    }

    @Override
    public Names names(Predicate<String> files, Predicate<String> references) {
        return names.wanted(files, references);
    }

    @Override
    public boolean isAtHead(int number) {
        return head.get(number) && !reach.messages().get(number);
    }

    @Override
    public List<Gap> gaps() {
        return gaps;
    }

    @Override
    public long unpacked() {
        return unpacked.get();
    }
}
