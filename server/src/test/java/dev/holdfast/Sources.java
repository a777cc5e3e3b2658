package dev.holdfast;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.holdfast.Finding.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The written files of the project, and all that is wrong with them. */
final class Sources {

    private static final Set<String> NOT_OURS =
            Set.of("target", "node_modules", ".git", ".holdfast", ".idea", ".vscode");
    /** Made by others and kept as they made them. */
    private static final Set<String> THIRD_PARTY = Set.of("mvnw", "mvnw.cmd", "LICENSE");

    private static final Pattern WRITTEN = Pattern.compile(
            ".*\\.(java|xml|md|sh|sql|properties|ya?ml|jte|html|css|js|mjs|liquid|graphql|toml)|.*/[^./]+|[^./]+");
    private static final Pattern PACKAGE_INFO =
            Pattern.compile("/\\*\\*.+?\\*/.*@NullMarked.*package .*", Pattern.DOTALL);

    private final List<SourceFile> files;

    Sources(List<SourceFile> files) {
        this.files = List.copyOf(files);
    }

    /** Every written file below a root; what others made, what is built and what is binary is left out. */
    static Sources below(Path root) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skip = NOT_OURS.contains(folder.getFileName().toString()) && !folder.equals(root);
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (attributes.isRegularFile() && isWritten(path)) {
                    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    if (text.indexOf('\0') < 0) {
                        files.add(new SourceFile(path, text));
                    }
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new Sources(files);
    }

    int count() {
        return files.size();
    }

    /** Everything that breaks a rule, exceptions included. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        files.forEach(file -> findings.addAll(TextRules.findings(file)));
        findings.addAll(javaFindings());
        findings.addAll(packageFindings());
        return findings;
    }

    private static boolean isWritten(String path) {
        return WRITTEN.matcher(path).matches() && !THIRD_PARTY.contains(path) && !path.contains("/src/test/resources/");
    }

    /** Parsed only: a file that does not even parse is an error, since its rules would be skipped. */
    private List<Finding> javaFindings() {
        Map<URI, SourceFile> byUri = new HashMap<>();
        List<JavaFileObject> inputs = new ArrayList<>();
        for (SourceFile file : files.stream().filter(SourceFile::isJava).toList()) {
            JavaFileObject input = new InMemory(file);
            byUri.put(input.toUri(), file);
            inputs.add(input);
        }
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, problems, List.of("-proc:none"), null, inputs);
        List<Finding> findings = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                SourceFile file = requireNonNull(byUri.get(unit.getSourceFile().toUri()));
                findings.addAll(
                        JavaRules.findings(file, unit, Trees.instance(task).getSourcePositions()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .findFirst()
                .ifPresent(problem -> {
                    throw new IllegalStateException("Cannot be parsed: " + problem);
                });
        return findings;
    }

    private List<Finding> packageFindings() {
        List<Finding> findings = new ArrayList<>();
        files.stream()
                .filter(SourceFile::isJava)
                .collect(groupingBy(SourceFile::packageOfModule))
                .forEach((folder, members) -> {
                    List<SourceFile> infos = members.stream()
                            .filter(file -> file.path().endsWith("/package-info.java"))
                            .toList();
                    if (infos.isEmpty()) {
                        findings.add(new Finding(Check.PACKAGE_INFO, folder, 1, "no package-info.java"));
                    }
                    // In front on the class path of the tests, it would hide the arrows that main's states from
                    // BoundariesTest.
                    infos.stream()
                            .filter(info -> info.isTest() && infos.size() > 1)
                            .forEach(info -> findings.add(
                                    new Finding(Check.PACKAGE_INFO, info.path(), 1, "hides the one of src/main")));
                    infos.stream()
                            .filter(info -> !PACKAGE_INFO.matcher(info.text()).lookingAt())
                            .forEach(info -> findings.add(new Finding(
                                    Check.PACKAGE_INFO, info.path(), 1, "wants a Javadoc sentence and @NullMarked")));
                });
        return findings;
    }

    /** A source for the compiler whose text is already read. */
    private static final class InMemory extends SimpleJavaFileObject {

        private final SourceFile file;

        InMemory(SourceFile file) {
            super(URI.create("source:///" + file.path().replace(" ", "%20")), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }
    }
}
