package dev.holdfast.commands.start;

import dev.holdfast.core.stack.NodePackage;
import dev.holdfast.core.stack.PackageManager;
import dev.holdfast.core.stack.Stack;
import dev.holdfast.core.stack.Technology;
import dev.holdfast.secrets.BundleDirectories;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Surveys for tests that need no disk. */
final class Surveys {

    private Surveys() {}

    /** Every set of technologies, the empty one too. */
    static List<Set<Technology>> subsets() {
        Technology[] all = Technology.values();
        List<Set<Technology>> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << all.length; bits++) {
            Set<Technology> subset = EnumSet.noneOf(Technology.class);
            for (int i = 0; i < all.length; i++) {
                if ((bits >> i & 1) == 1) {
                    subset.add(all[i]);
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }

    /** A stack with each technology in the same folders. */
    static Stack stack(Set<Technology> technologies, List<String> folders) {
        Map<Technology, List<String>> found = new EnumMap<>(Technology.class);
        technologies.forEach(each -> found.put(each, folders));
        List<NodePackage> packages =
                technologies.contains(Technology.NODE)
                        ? folders.stream()
                                .map(each ->
                                        new NodePackage(
                                                each, Optional.of(PackageManager.NPM), true, true))
                                .toList()
                        : List.of();
        return new Stack(found, packages, List.of());
    }

    static Survey survey(Stack stack) {
        return survey("", stack);
    }

    static Survey survey(String folder, Stack stack) {
        return new Survey(
                folder,
                stack,
                stack.packages(),
                Set.of(),
                Optional.empty(),
                true,
                false,
                BundleDirectories.names(),
                Survey.Hooks.PRE_COMMIT,
                List.of(),
                List.of());
    }

    /** The plan for an empty folder. */
    static InitPlan plan(Survey survey) {
        try {
            return InitPlan.of(survey, path -> new Found.Nothing());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** What would be written to a path. */
    static String content(InitPlan plan, String path) {
        return plan.files().stream()
                .map(PlannedFile::draft)
                .filter(draft -> draft.path().equals(path))
                .map(Draft::content)
                .findFirst()
                .orElseThrow();
    }
}
