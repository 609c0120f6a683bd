package dev.holdfast.secrets.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which recognisers are asked at a candidate: those whose anchor really stands there. */
final class AnchorTable {
    private static final int SHIFT = 18;

    private final Entry[][] slots = new Entry[1 << (32 - SHIFT)][];
    private final List<Anchor> anchors = new ArrayList<>();

    private static final class Entry {
        private final Anchor anchor;
        private final Finder finder;

        Entry(Anchor anchor, Finder finder) {
            this.anchor = anchor;
            this.finder = finder;
        }
    }

    AnchorTable(List<Finder> finders) {
        for (Finder finder : finders) {
            finder.anchors().forEach(text -> add(Anchor.exact(text), finder));
            finder.keywords().forEach(text -> add(Anchor.keyword(text), finder));
        }
    }

    private void add(Anchor anchor, Finder finder) {
        anchors.add(anchor);
        Entry entry = new Entry(anchor, finder);
        anchor.starts(Anchor.FEWEST, start -> add(entry, ScalarFilter.hash(start) >>> SHIFT));
    }

    private void add(Entry entry, int slot) {
        Entry @Nullable [] before = slots[slot];
        if (before == null) {
            slots[slot] = new Entry[] {entry};
        } else if (before[before.length - 1] != entry) {
            Entry[] longer = Arrays.copyOf(before, before.length + 1);
            longer[before.length] = entry;
            slots[slot] = longer;
        }
    }

    List<Anchor> anchors() {
        return List.copyOf(anchors);
    }

    /**
     * Adds what the recognisers find at that offset.
     *
     * @param outside whether the offset lies outside of what is scanned, where only those are asked
     *     whose matches may start elsewhere than at their anchor
     */
    void ask(byte[] bytes, int length, int at, boolean outside, List<Match> found) {
        Entry @Nullable [] entries =
                slots[ScalarFilter.hash(ScalarFilter.three(bytes, at)) >>> SHIFT];
        if (entries == null) {
            return;
        }
        for (Entry entry : entries) {
            if (entry.anchor.stands(bytes, length, at)
                    && !(outside && entry.finder.startsAtAnchor())) {
                entry.finder.find(bytes, length, at, found);
            }
        }
    }
}
