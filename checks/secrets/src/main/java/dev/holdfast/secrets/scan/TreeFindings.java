package dev.holdfast.secrets.scan;

import dev.holdfast.core.result.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What came of a walk. Each thread fills its own; they are joined at the end. */
final class TreeFindings {
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private final Set<String> holes = new TreeSet<>();
    private final Set<String> ignored = new TreeSet<>();
    private long files;
    private long bytes;
    private final List<Target> targets = new ArrayList<>();
    private long links;
    private long open;

    /** Where a link leads, in its own words. */
    record Target(String path, String text) {}

    /** A file that was read, with what is in it. */
    void read(FileContent.Looked looked, String path) {
        files++;
        bytes += looked.bytes();
        sightings.addAll(looked.at(path));
    }

    /** What stands in a path itself. */
    void named(List<Found> inName, String path) {
        inName.forEach(each -> sightings.add(new Sighting(each, path)));
    }

    /** Something that was not looked at, or not to its end, and must be. */
    void open(String path, Result why) {
        open++;
        holes.add(path);
        results.add(why);
    }

    /** Something that is left out on purpose. */
    void leftOut(String path, Result why) {
        holes.add(path);
        results.add(why);
    }

    void ignored(String path) {
        ignored.add(path);
    }

    /** A link, whose target is text like any other: git keeps it as the link's content. */
    void link(String path, String target) {
        links++;
        targets.add(new Target(path, target));
    }

    /** The targets of links that nobody has looked at. */
    List<Target> takeTargets() {
        List<Target> taken = List.copyOf(targets);
        targets.clear();
        return taken;
    }

    /** Takes in what another thread has. */
    void add(TreeFindings other) {
        sightings.addAll(other.sightings);
        results.addAll(other.results);
        holes.addAll(other.holes);
        ignored.addAll(other.ignored);
        files += other.files;
        bytes += other.bytes;
        links += other.links;
        open += other.open;
    }

    List<Sighting> sightings() {
        return List.copyOf(sightings);
    }

    /** The results in an order that does not depend on the threads. */
    List<Result> results() {
        return results.stream()
                .sorted(Comparator.comparing(each -> each.spots().getFirst().location().path()))
                .toList();
    }

    Set<String> holes() {
        return holes;
    }

    Set<String> ignored() {
        return ignored;
    }

    long files() {
        return files;
    }

    long bytes() {
        return bytes;
    }

    long links() {
        return links;
    }

    long open() {
        return open;
    }
}
