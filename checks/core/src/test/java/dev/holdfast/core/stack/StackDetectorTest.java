package dev.holdfast.core.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackDetectorTest {

    @TempDir private Path root;

    @Test
    void findsNothingInAnEmptyFolder() throws IOException {
        Stack stack = StackDetector.detect(root);

        assertEquals(Set.of(), stack.technologies());
        assertEquals(List.of(), stack.notes());
        assertEquals(Optional.empty(), stack.packageManager());
        assertEquals(Optional.empty(), stack.buildCommand());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    package.json           | {}                                                | NODE
                    package.json           | {"dependencies":{"next":"16.0.0"}}                | NEXTJS NODE
                    package.json           | {"dependencies":{"next-auth":"5.0.0"}}            | NODE
                    package.json           | {"peerDependencies":{"next":"16.0.0"}}            | NODE
                    package.json           | {"scripts":{"next":"next"}}                       | NODE
                    package.json           | {"x":{"dependencies":{"next":"16.0.0"}}}          | NODE
                    package.json           | {"dependencies":{"@nestjs/core":"11.0.0"}}        | NESTJS NODE
                    package.json           | {"dependencies":{"@nestjs/common":"11.0.0"}}      | NODE
                    package.json           | {"dependencies":{"@supabase/supabase-js":"2"}}    | SUPABASE NODE
                    package.json           | {"dependencies":{"@supabase/mine":"2"}}           | NODE
                    package.json           | {"devDependencies":{"vite":"8.0.0"}}              | VITE NODE
                    package.json           | {"devDependencies":{"vitest":"4.0.0"}}            | NODE
                    package.json           | {"devDependencies":{"webpack":"5.0.0"}}           | WEBPACK NODE
                    package.json           | {"devDependencies":{"webpack-cli":"5.0.0"}}       | NODE
                    package.json           | {"dependencies":{"next":false}}                   | NODE
                    package.json           | {"dependencies":["next"]}                         | NODE
                    a/b/package.json       | {"dependencies":{"next":"16.0.0"}}                | NEXTJS NODE
                    node_modules/x/package.json | {"dependencies":{"next":"16.0.0"}}           | ''
                    a/node_modules/x/package.json | {"dependencies":{"next":"16.0.0"}}         | ''
                    .git/x/package.json    | {}                                                | ''
                    a/b/c/d/e/f/g/package.json | {}                                            | ''
                    supabase/config.toml   | project_id = "shop"                               | SUPABASE
                    a/supabase/config.toml | project_id = "shop"                               | SUPABASE
                    config.toml            | project_id = "shop"                               | ''
                    supabase/seed.sql      | select 1;                                         | ''
                    Dockerfile             | from node:24                                      | DOCKER
                    a/web.Dockerfile       | ARG X=1~FROM $X                                   | DOCKER
                    Dockerfile.prod        | FROM node:24                                      | DOCKER
                    Containerfile          | FROM node:24                                      | DOCKER
                    Dockerfile             | nothing here                                      | ''
                    Dockerfile.dockerignore | FROM node:24                                     | ''
                    Dockerfile.md          | FROM node:24 is a good base                       | ''
                    compose.yaml           | services:~  web:                                  | DOCKER
                    docker-compose.dev.yml | services:~  web:                                  | DOCKER
                    compose.yaml           | title: how I compose music                        | ''
                    my-compose.yaml        | services:~  web:                                  | ''
                    k8s/a.yaml             | apiVersion: v1~kind: Service                      | KUBERNETES
                    k8s/a.yml              | # x~kind: Deployment~apiVersion: apps/v1          | KUBERNETES
                    k8s/a.yaml             | a: 1~---~apiVersion: networking.k8s.io/v1~kind: Ingress | KUBERNETES
                    k8s/a.yaml             | apiVersion: "v1" # core~kind: 'Pod'               | KUBERNETES
                    k8s/a.yaml             | apiVersion: v1~---~kind: Service                  | ''
                    k8s/a.yaml             | x:~  apiVersion: v1~  kind: Service               | ''
                    k8s/a.txt              | apiVersion: v1~kind: Service                      | ''
                    kubeconfig.yaml        | apiVersion: v1~kind: Config~clusters: []          | ''
                    configmap.yaml         | apiVersion: v1~kind: ConfigMap                    | KUBERNETES
                    catalog-info.yaml      | apiVersion: backstage.io/v1alpha1~kind: Component | ''
                    holdfast.yaml          | apiVersion: holdfast/v1                           | ''
                    kustomization.yaml     | resources: []                                     | KUBERNETES
                    chart/Chart.yaml       | apiVersion: v2~name: shop                         | KUBERNETES
                    chart/Chart.yaml       | name: song                                        | ''
                    chart/templates/d.yaml | apiVersion: apps/v1~kind: Deployment~{{- if .x }} | KUBERNETES
                    """)
    void detects(String file, String content, String expected) throws IOException {
        write(file, content.replace('~', '\n'));

        Stack stack = StackDetector.detect(root);

        assertEquals(
                Arrays.stream(expected.split(" "))
                        .filter(word -> !word.isEmpty())
                        .map(Technology::valueOf)
                        .collect(Collectors.toSet()),
                stack.technologies());
        assertEquals(List.of(), stack.notes());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                   | package-lock.json          | NPM  | true
                    {}                                   | npm-shrinkwrap.json        | NPM  | true
                    {}                                   | pnpm-lock.yaml             | PNPM | true
                    {}                                   | yarn.lock                  | YARN | true
                    {}                                   | bun.lock                   | BUN  | true
                    {}                                   | bun.lockb                  | BUN  | true
                    {"packageManager":"pnpm@10.4.0"}     | readme.md                  | PNPM | false
                    {"packageManager":"yarn@4.5.0+sha1.0"} | package-lock.json        | YARN | false
                    {"packageManager":"cargo@1.0.0"}     | yarn.lock                  | YARN | true
                    {"packageManager":7}                 | bun.lock                   | BUN  | true
                    """)
    void namesThePackageManager(String json, String beside, PackageManager manager, boolean locked)
            throws IOException {
        write("package.json", json);
        write(beside, "");

        Stack stack = StackDetector.detect(root);

        assertEquals(
                List.of(new NodePackage("", Optional.of(manager), locked, false)),
                stack.packages());
        assertEquals(Optional.of(manager), stack.packageManager());
    }

    @Test
    void takesNpmWhenNothingNamesAManager() throws IOException {
        write("package.json", "{\"scripts\":{\"build\":\"tsc\"}}");

        Stack stack = StackDetector.detect(root);

        assertEquals(Optional.of(PackageManager.NPM), stack.packageManager());
        assertEquals(Optional.of("npm run build"), stack.buildCommand());
        assertFalse(stack.packages().getFirst().locked());
    }

    @Test
    void saysWhenLockFilesDisagree() throws IOException {
        write("package.json", "{}");
        write("package-lock.json", "{}");
        write("yarn.lock", "");

        assertEquals(
                List.of(
                        "the root has lock files of npm and yarn: npm is taken,"
                                + " packageManager in package.json decides"),
                StackDetector.detect(root).notes());
    }

    @Test
    void findsTheFoldersOfAMonorepo() throws IOException {
        write("package.json", "{\"packageManager\":\"pnpm@10.4.0\"}");
        write("pnpm-lock.yaml", "");
        write(
                "apps/web/package.json",
                "{\"dependencies\":{\"next\":\"16\"},\"scripts\":{\"build\":\"next build\"}}");
        write(
                "apps/api/package.json",
                "{\"dependencies\":{\"@nestjs/core\":\"11\"},\"scripts\":{\"build\":\"nest\"}}");
        write("packages/ui/package.json", "{}");

        Stack stack = StackDetector.detect(root);

        assertEquals(List.of("apps/api", "apps/web", "packages/ui"), stack.packageFolders());
        assertEquals(List.of("apps/web"), stack.folders(Technology.NEXTJS));
        assertEquals(List.of("apps/api"), stack.folders(Technology.NESTJS));
        assertEquals(
                List.of("apps/api", "apps/web"),
                stack.builds().stream().map(NodePackage::folder).toList());
        assertEquals(Optional.of("pnpm run build"), stack.buildCommand());
    }

    @Test
    void leavesTheBuildToTheRootThatHasOne() throws IOException {
        write("package.json", "{\"scripts\":{\"build\":\"turbo build\"}}");
        write("apps/web/package.json", "{\"scripts\":{\"build\":\"next build\"}}");

        assertEquals(
                List.of(""),
                StackDetector.detect(root).builds().stream().map(NodePackage::folder).toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"dependencies": {"next": }} | is not valid JSON at line 1, column 27
                    {"dependencies"              | is not valid JSON at line 1, column 16
                    []                           | is not a JSON object
                    ``                           | is not a JSON object
                    {} {}                        | has text after the JSON object
                    """)
    void saysThatAPackageIsBrokenAndGoesOn(String json, String reason) throws IOException {
        write("package.json", json);
        write("Dockerfile", "FROM node:24");

        Stack stack = StackDetector.detect(root);

        assertEquals(
                List.of("package.json " + reason + ": its dependencies are unknown"),
                stack.notes());
        assertEquals(Set.of(Technology.DOCKER), stack.technologies());
    }

    @Test
    void neverQuotesABrokenPackage() throws IOException {
        write("package.json", "{\"token\": sesame-open}");

        assertFalse(StackDetector.detect(root).notes().getFirst().contains("sesame"));
    }

    @Test
    void readsNoPackageLargerThanItsBound() throws IOException {
        write("a/package.json", "{\"x\":\"" + "y".repeat(1024 * 1024) + "\"}");

        Stack stack = StackDetector.detect(root);

        assertEquals(
                List.of("a/package.json is larger than 1 MiB: its dependencies are unknown"),
                stack.notes());
    }

    @Test
    void survivesDeepNesting() throws IOException {
        write("package.json", "{\"x\":" + "[".repeat(100_000));

        assertEquals(1, StackDetector.detect(root).notes().size());
    }

    @Test
    void readsAPackageWithByteOrderMark() throws IOException {
        write("package.json", "\uFEFF{\"dependencies\":{\"next\":\"16\"}}");

        assertTrue(StackDetector.detect(root).has(Technology.NEXTJS));
    }

    @Test
    void followsNoLinkAndNoLoop() throws IOException {
        write("other/package.json", "{\"dependencies\":{\"next\":\"16\"}}");
        Path project = Files.createDirectory(root.resolve("project"));
        Files.createSymbolicLink(project.resolve("up"), root);
        Files.createSymbolicLink(
                project.resolve("package.json"), root.resolve("other/package.json"));

        Stack stack = StackDetector.detect(project);
        assertEquals(Set.of(), stack.technologies());
        assertEquals(
                List.of("package.json is a link and not followed: its dependencies are unknown"),
                stack.notes());
    }

    @Test
    void saysThatOnlyTheFirstYamlFilesWereLookedAt() throws IOException {
        for (int i = 0; i <= 1_000; i++) {
            write("config/" + i + ".yaml", "a: 1\n");
        }
        write("deploy/app.yaml", "apiVersion: apps/v1\nkind: Deployment\n");

        Stack stack = StackDetector.detect(root);

        assertEquals(Set.of(), stack.technologies());
        assertEquals(
                List.of(
                        "more than 1000 YAML files: only the first ones were looked at for Kubernetes"),
                stack.notes());
    }

    @Test
    void saysThatOnlyTheFirstFilesWereLookedAt() throws IOException {
        Path many = Files.createDirectory(root.resolve("a"));
        for (int i = 0; i <= 50_000; i++) {
            Files.createFile(many.resolve("f" + i));
        }
        write("z/package.json", "{}");

        Stack stack = StackDetector.detect(root);

        assertEquals(Set.of(), stack.technologies());
        assertEquals(
                List.of("more than 50000 files: the stack was detected from the first ones only"),
                stack.notes());
    }

    @Test
    void replacesControlCharactersInNotes() throws IOException {
        write("a\u001b[31m/package.json", "[]");

        assertEquals(
                List.of("a?[31m/package.json is not a JSON object: its dependencies are unknown"),
                StackDetector.detect(root).notes());
    }

    @Test
    void saysThatAFolderCannotBeRead() throws IOException {
        Path closed = Files.createDirectory(root.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(closed), "this user may read everything (root)");

        assertEquals(
                List.of("closed cannot be read: its part of the stack is unknown"),
                StackDetector.detect(root).notes());
    }

    private void write(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
