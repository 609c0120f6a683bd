package dev.holdfast.commands.start;

import dev.holdfast.templates.Templates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What {@code init} does to a project. Made from a survey and what is there; writes nothing.
 *
 * @param files each file with what becomes of it
 * @param next what remains for a person to do, most important first
 * @param notes what the user should know
 */
record InitPlan(Survey survey, List<PlannedFile> files, List<ByHand> next, List<String> notes) {
    private static final String KEY = ".holdfast/fingerprint.key";

    InitPlan {
        files = List.copyOf(files);
        next = List.copyOf(next);
        notes = List.copyOf(notes);
    }

    static InitPlan of(Survey survey, Ground ground) throws IOException {
        List<PlannedFile> files = new ArrayList<>();
        for (Draft draft : drafts(survey)) {
            files.add(PlannedFile.of(draft, ground.at(draft.path())));
        }
        return new InitPlan(survey, files, next(survey, files), survey.notes());
    }

    /** The files that are not there yet. */
    List<PlannedFile> toWrite() {
        return files.stream().filter(file -> file.action() == Action.WRITE).toList();
    }

    private static List<Draft> drafts(Survey survey) {
        Templates templates = Templates.in("init");
        List<Draft> drafts = new ArrayList<>();
        drafts.add(new PolicyDraft(templates, survey.stack()).of(survey));
        drafts.add(ignoreFile(templates, survey));
        drafts.add(new WorkflowDraft(templates).of(survey));
        // Two tools that both run the hooks of git get in each other's way.
        if (survey.hooks() == Survey.Hooks.PRE_COMMIT) {
            drafts.add(new HookDraft(templates).of(survey));
        }
        return drafts;
    }

    private static Draft ignoreFile(Templates templates, Survey survey) {
        return new Draft(
                survey.path(".holdfast/.gitignore"),
                "keeps the secret key of the value hashes out of git",
                List.of(),
                templates.fill("holdfast.gitignore", Map.of()),
                new ByHand(
                        "add this line, so that the key is never committed:", "/fingerprint.key"),
                List.of("fingerprint.key"));
    }

    private static List<ByHand> next(Survey survey, List<PlannedFile> files) {
        List<ByHand> next = new ArrayList<>();
        if (survey.hooks() == Survey.Hooks.HUSKY) {
            next.add(
                    new ByHand(
                            "husky runs the hooks of git here. To check before each push, so that"
                                    + " no commit waits, add this line to .husky/pre-push (or to"
                                    + " .husky/pre-commit, where each commit waits for one look"
                                    + " at the built output):",
                            HookDraft.line(survey.folder())));
            if (survey.folder().isEmpty()) {
                next.add(
                        new ByHand(
                                "to look at what is staged before each commit, add this line to"
                                        + " .husky/pre-commit:",
                                HookDraft.STAGED));
            }
        }
        if (isWritten(files, WorkflowDraft.PATH)) {
            next.add(
                    new ByHand(
                            "say which Holdfast the workflow builds: HOLDFAST_REPOSITORY and"
                                    + " HOLDFAST_COMMIT in "
                                    + WorkflowDraft.PATH
                                    + ". There is no published release yet, and until both are"
                                    + " set the job fails and says so.",
                            ""));
        }
        if (isWritten(files, HookDraft.PATH)) {
            next.add(new ByHand("turn the hooks on, once in each clone:", "pre-commit install"));
        }
        if (files.stream().anyMatch(file -> file.action() == Action.WRITE)) {
            always(survey, next);
        }
        return next;
    }

    private static void always(Survey survey, List<ByHand> next) {
        String folder = survey.folder();
        next.add(
                new ByHand(
                        "hash values with a key of your own, because short values can be guessed"
                                + " under the key that all installations share. CI needs the same"
                                + " key, as the comment in the Check step says, and git never"
                                + " holds it:",
                        "openssl rand -hex 32 > " + Quoted.shell(survey.path(KEY))));
        tenants(survey, next);
        next.add(
                new ByHand(
                        "let the editor complete the policy:",
                        "holdfast policy schema > "
                                + Quoted.shell(survey.path(".holdfast/policy.schema.json"))));
        next.add(
                new ByHand(
                        survey.stack().builds().isEmpty()
                                ? "look at the project. Nothing is built here, so its files"
                                        + (survey.repository() ? " and its history" : "")
                                        + " are looked at:"
                                : "build the project and look at it:",
                        "holdfast check" + (folder.isEmpty() ? "" : " " + Quoted.shell(folder))));
    }

    /** The audit needs nothing; a proof needs somebody who knows what a tenant is. */
    private static void tenants(Survey survey, List<ByHand> next) {
        List<String> migrations = survey.migrations();
        if (migrations.isEmpty()) {
            return;
        }
        String found = String.join(", ", migrations.stream().map(survey::path).toList());
        if (migrations.size() > 1) {
            next.add(
                    new ByHand(
                            "say which migrations holdfast check looks at, as rls.migrations in"
                                    + " the policy. There are some in "
                                    + found
                                    + ". Until then its answer is unknown.",
                            "rls:\n  migrations: " + Quoted.yamlQuoted(migrations.getFirst())));
        }
        next.add(
                new ByHand(
                        "holdfast check audits the migrations"
                                + (migrations.size() > 1 ? "" : " in " + found)
                                + ". To have it prove that no tenant reaches another's rows, have"
                                + " a draft made of what a tenant is, correct it, and put it into"
                                + " the policy as rls.tenancy:",
                        "holdfast rls tenancy propose --migrations "
                                + Quoted.shell(survey.path(migrations.getFirst()))));
    }

    private static boolean isWritten(List<PlannedFile> files, String path) {
        return files.stream()
                .anyMatch(
                        file -> file.action() == Action.WRITE && file.draft().path().equals(path));
    }
}
