package dev.holdfast.commands.start;

import dev.holdfast.commands.check.CheckSelection;
import dev.holdfast.core.project.ProjectFinder;
import dev.holdfast.core.stack.Stack;
import dev.holdfast.core.stack.Technology;
import dev.holdfast.templates.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The policy file for a stack. */
final class PolicyDraft {
    private final Templates templates;
    private final Stack stack;

    PolicyDraft(Templates templates, Stack stack) {
        this.templates = templates;
        this.stack = stack;
    }

    Draft of(Survey survey) {
        String extending = extending();
        return new Draft(
                survey.path(ProjectFinder.POLICY_FILE),
                "the policy: which findings block at which gate, and how some are accepted",
                details(),
                templates.fill(
                        "holdfast.yaml",
                        Map.of(
                                "stack", comment(),
                                "extends", extending,
                                "require-checks", requireChecks(),
                                "history", history(survey.repository()),
                                "directories", directories())),
                new ByHand(
                        "see that 'extends:' names the profiles of this stack; holdfast policy"
                                + " validate says whether the file is valid:",
                        "extends:\n" + extending.indent(2).stripTrailing()),
                profiles().stream().map(each -> "builtin: " + each).toList());
    }

    private List<String> details() {
        List<String> details = new ArrayList<>();
        details.add("profiles: " + String.join(", ", profiles()));
        List<String> packages = StackWords.packages(stack);
        if (!packages.isEmpty()) {
            details.add("one policy for all packages: " + String.join(", ", packages));
        }
        return details;
    }

    private List<String> profiles() {
        List<String> profiles = new ArrayList<>(List.of("base"));
        stack.technologies().forEach(each -> profiles.add(each.word()));
        return profiles;
    }

    private String comment() {
        List<String> lines = StackWords.lines(stack);
        return lines.isEmpty()
                ? "#   nothing that Holdfast has a profile for, so the general one is taken"
                : lines.stream().map(line -> "#   " + line).collect(Collectors.joining("\n"));
    }

    private String extending() {
        StringBuilder text = new StringBuilder();
        text.append("# A gate for everybody, and the environments staging and production.\n")
                .append("- builtin: base\n");
        for (Technology technology : stack.technologies()) {
            text.append("# ")
                    .append(why(technology))
                    .append("\n- builtin: ")
                    .append(technology.word())
                    .append('\n');
        }
        return text.toString();
    }

    private static String why(Technology technology) {
        return switch (technology) {
            case NEXTJS -> "Next.js writes every NEXT_PUBLIC_ variable into what it serves.";
            case VITE -> "Vite writes every VITE_ variable into what it serves.";
            case WEBPACK -> "webpack writes what its configuration defines into what it serves.";
            case SUPABASE -> "A service_role key of Supabase in a served file opens every row.";
            case NESTJS, DOCKER, KUBERNETES, NODE ->
                    CheckSelection.looksAt(technology)
                            ? technology.title() + ": what is unknown in production does not pass."
                            : technology.title() + ": no check of this version looks at it yet.";
        };
    }

    private String requireChecks() {
        boolean served =
                stack.technologies().stream()
                        .anyMatch(each ->
                                switch (each) {
                                    case NEXTJS, VITE, WEBPACK, SUPABASE -> true;
                                    case NESTJS, DOCKER, KUBERNETES, NODE -> false;
                                });
        return templates.fill(
                served ? "policy-require-checks.yaml" : "policy-require-checks-none.yaml",
                Map.of());
    }

    private String history(boolean repository) {
        return templates.fill(
                repository ? "policy-history.yaml" : "policy-history-none.yaml", Map.of());
    }

    private String directories() {
        List<String> outputs = outputs();
        return templates.fill(
                "policy-directories.yaml",
                Map.of(
                        "example",
                        Quoted.yamlList(outputs.isEmpty() ? List.of("web/dist") : outputs)));
    }

    /** Where the front ends put what they build, when nobody tells them otherwise. */
    private List<String> outputs() {
        List<String> outputs = new ArrayList<>();
        stack.folders(Technology.NEXTJS).forEach(folder -> outputs.add(below(folder, ".next")));
        for (Technology bundler : List.of(Technology.VITE, Technology.WEBPACK)) {
            for (String folder : stack.folders(bundler)) {
                // A Next.js project that names webpack too does not build with it by itself.
                if (!stack.folders(Technology.NEXTJS).contains(folder)) {
                    outputs.add(below(folder, "dist"));
                }
            }
        }
        return outputs.stream()
                .filter(Quoted::isSafe)
                .filter(each -> each.indexOf('\\') < 0)
                .distinct()
                .toList();
    }

    private static String below(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
