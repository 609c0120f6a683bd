package dev.holdfast.git.history;

import dev.holdfast.core.history.History;
import dev.holdfast.core.history.HistoryScope;
import dev.holdfast.core.history.Survey;
import dev.holdfast.git.folder.GitFolder;
import dev.holdfast.git.pack.IntStack;
import dev.holdfast.git.pack.ObjectStore;
import dev.holdfast.git.refs.Boundaries;
import dev.holdfast.git.refs.ReferenceLogs;
import dev.holdfast.git.refs.References;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The history of one repository. */
public final class GitHistory implements History {
    private final GitFolder folder;

    /** A history; nothing is read yet. */
    public GitHistory(GitFolder folder) {
        this.folder = folder;
    }

    @Override
    public Survey survey(HistoryScope scope, int threads) throws IOException, InterruptedException {
        References references = References.read(folder);
        ReferenceLogs logs = new ReferenceLogs(folder);
        Boundaries boundaries = Boundaries.read(folder);
        ObjectStore store = ObjectStore.open(folder.objects(), folder.format());
        try (ObjectGraph graph = ObjectGraph.read(store, Math.max(1, threads))) {
            Map<Integer, Integer> replacements = replacements(graph, references);
            Ancestry ancestry =
                    new Ancestry(
                            graph, grafts(graph, boundaries), numbers(store, boundaries.shallow()));
            Reach reach = new Reach(store, graph, ancestry, replacements);
            if (scope.since().isPresent()) {
                String since = scope.since().get();
                reach.leaveOut(
                        new int[] {new Revision(store, graph, references, logs, since).commit()});
            }
            reach.from(starts(scope, store, graph, references, logs));
            int commit = references.head().map(name -> find(store, name)).orElse(-1);
            BitSet head = commit < 0 ? new BitSet() : TreeContents.of(graph, commit, replacements);
            NameSearch names =
                    new NameSearch(
                            store,
                            graph,
                            reach,
                            replacements,
                            names(scope, store, references),
                            commit);
            List<Survey.Gap> gaps = gaps(scope, store, references);
            gaps.addAll(boundaries.gaps());
            gaps.addAll(logs.gaps());
            gaps.addAll(new Gaps(store, graph, reach).all());
            return new GitSurvey(store, graph, reach, replacements, head, names, gaps);
        }
    }

    private List<Survey.Gap> gaps(HistoryScope scope, ObjectStore store, References references) {
        List<Survey.Gap> gaps = new ArrayList<>();
        for (String extension : folder.unknownExtensions()) {
            gaps.add(
                    new Survey.Gap(
                            "the repository's setting " + extension,
                            "is not known: what it holds may be more than what was read"));
        }
        gaps.addAll(scope.allReferences() ? references.gaps() : references.gapsOfHead());
        gaps.addAll(store.gaps());
        return gaps;
    }

    private static int[] starts(
            HistoryScope scope,
            ObjectStore store,
            ObjectGraph graph,
            References references,
            ReferenceLogs logs) {
        Set<String> names = new LinkedHashSet<>();
        references.head().ifPresent(names::add);
        if (scope.allReferences()) {
            names.addAll(references.all());
            names.addAll(logs.stash());
        }
        IntStack starts = new IntStack();
        for (String name : names) {
            starts.push(number(graph, name));
        }
        if (scope.reflogs()) {
            // What git has forgotten since then is no gap.
            numbers(store, logs.all()).forEach(starts::push);
        }
        return starts.toArray();
    }

    /** What the references of the scope name, by their names. */
    private static Map<String, Integer> names(
            HistoryScope scope, ObjectStore store, References references) {
        Map<String, Integer> names = new TreeMap<>();
        for (String name : scope.allReferences() ? references.allNames() : references.wayOfHead()) {
            names.put(name, references.object(name).map(each -> find(store, each)).orElse(-1));
        }
        return names;
    }

    private static Map<Integer, Integer> replacements(ObjectGraph graph, References references) {
        Map<Integer, Integer> replacements = new HashMap<>();
        references
                .replacements()
                .forEach((from, to) -> replacements.put(number(graph, from), number(graph, to)));
        return replacements;
    }

    private static Map<Integer, int[]> grafts(ObjectGraph graph, Boundaries boundaries) {
        Map<Integer, int[]> grafts = new HashMap<>();
        boundaries
                .grafts()
                .forEach((commit, parents) ->
                        grafts.put(
                                number(graph, commit),
                                parents.stream().mapToInt(each -> number(graph, each)).toArray()));
        return grafts;
    }

    /** The numbers of those objects that are there. */
    private static Set<Integer> numbers(ObjectStore store, Collection<String> names) {
        Set<Integer> numbers = new HashSet<>();
        for (String name : names) {
            Optional.of(find(store, name)).filter(each -> each >= 0).ifPresent(numbers::add);
        }
        return numbers;
    }

    private static int number(ObjectGraph graph, String name) {
        return graph.number(HexFormat.of().parseHex(name), 0);
    }

    private static int find(ObjectStore store, String name) {
        return store.find(HexFormat.of().parseHex(name), 0);
    }
}
