package dev.holdfast;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import dev.holdfast.Finding.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Walks one parsed source file and finds what breaks the rules that need no types. */
final class JavaRules extends TreeScanner<@Nullable Void, @Nullable Void> {

    static final int MOST_LINES_OF_A_METHOD = 50;
    static final int MOST_PARAMETERS = 5;

    private static final List<String> BANNED_SUFFIXES =
            List.of("Impl", "Util", "Utils", "Helper", "Manager", "Dto", "DTO");
    private static final Set<String> CLOCKS = Set.of(
            "Instant",
            "LocalDate",
            "LocalTime",
            "LocalDateTime",
            "OffsetDateTime",
            "ZonedDateTime",
            "Year",
            "YearMonth");

    private final SourceFile file;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Finding> findings = new ArrayList<>();
    /** Those of the record being read, none in another type. */
    private List<String> components = List.of();

    private JavaRules(SourceFile file, CompilationUnitTree unit, SourcePositions positions) {
        this.file = file;
        this.unit = unit;
        this.positions = positions;
    }

    static List<Finding> findings(SourceFile file, CompilationUnitTree unit, SourcePositions positions) {
        JavaRules rules = new JavaRules(file, unit, positions);
        rules.scan(unit, null);
        return rules.findings;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
        String name = type.getSimpleName().toString();
        for (String suffix : BANNED_SUFFIXES) {
            if (name.endsWith(suffix)) {
                found(Check.BANNED_NAME, type, name + " ends in " + suffix + ": name what it is for");
            }
        }
        List<String> outer = components;
        components = type.getKind() == Tree.Kind.RECORD ? componentsOf(type) : List.of();
        super.visitClass(type, null);
        components = outer;
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
        long first = positions.getStartPosition(unit, method);
        long last = positions.getEndPosition(unit, method);
        // A constructor that the compiler adds has no end.
        if (last > first) {
            LineMap lines = unit.getLineMap();
            long length = lines.getLineNumber(last) - lines.getLineNumber(first) + 1;
            if (length > MOST_LINES_OF_A_METHOD) {
                found(Check.LONG_METHOD, method, method.getName() + " has " + length + " lines");
            }
        }
        int parameters = method.getParameters().size();
        if (parameters > MOST_PARAMETERS && !restatesHeader(method) && !isTableOfExamples(method)) {
            found(Check.MANY_PARAMETERS, method, method.getName() + " has " + parameters + " parameters");
        }
        return super.visitMethod(method, null);
    }

    @Override
    public @Nullable Void visitCatch(CatchTree caught, @Nullable Void none) {
        if (caught.getBlock().getStatements().isEmpty()) {
            found(Check.EMPTY_CATCH, caught, "an exception is swallowed");
        }
        return super.visitCatch(caught, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
        if (call.getMethodSelect() instanceof MemberSelectTree method) {
            called(call, method.getExpression(), method.getIdentifier().toString(), call.getArguments());
        }
        return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void none) {
        called(
                reference,
                reference.getQualifierExpression(),
                reference.getName().toString(),
                List.of());
        return super.visitMemberReference(reference, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree field, @Nullable Void none) {
        String name = field.getIdentifier().toString();
        if (lastWord(field.getExpression()).equals("System")
                && (name.equals("out") || name.equals("err"))
                && !file.mayPrint()) {
            found(Check.PRINTING, field, "System." + name + " outside the commands");
        }
        return super.visitMemberSelect(field, null);
    }

    private static List<String> componentsOf(ClassTree type) {
        return type.getMembers().stream()
                .filter(member -> member instanceof VariableTree field
                        && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .map(member -> ((VariableTree) member).getName().toString())
                .toList();
    }

    /** A record may have as many components as its thing has; its canonical constructor must name them all again. */
    private boolean restatesHeader(MethodTree method) {
        return method.getName().contentEquals("<init>")
                && method.getParameters().stream()
                        .map(parameter -> parameter.getName().toString())
                        .toList()
                        .equals(components);
    }

    /** Its parameters are the columns of its table. */
    private static boolean isTableOfExamples(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("ParameterizedTest"));
    }

    private void called(Tree place, ExpressionTree owner, String method, List<? extends ExpressionTree> arguments) {
        String type = lastWord(owner);
        if (readsClock(type, method, arguments) && !file.mayReadClock()) {
            found(Check.CLOCK, place, type + "." + method + " reads the clock: take the time as a parameter");
        }
        if (method.equals("printStackTrace") && arguments.isEmpty()) {
            found(Check.STACK_TRACE, place, "printStackTrace: say what failed, where people look");
        }
        if (file.isTest() && type.equals("Thread") && method.equals("sleep")) {
            found(Check.SLEEP_IN_TEST, place, "Thread.sleep: await the condition");
        }
    }

    private static boolean readsClock(String type, String method, List<? extends ExpressionTree> arguments) {
        return switch (method) {
            case "now" -> CLOCKS.contains(type) && arguments.stream().noneMatch(JavaRules::isClock);
            case "currentTimeMillis" -> type.equals("System");
            case "systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes" ->
                type.equals("Clock");
            default -> false;
        };
    }

    private static boolean isClock(ExpressionTree argument) {
        String name = lastWord(argument);
        return name.equals("clock") || name.endsWith("Clock");
    }

    /** The simple name at the end of a name or of a call's name; the whole text of anything else. */
    private static String lastWord(ExpressionTree expression) {
        return switch (expression) {
            case MemberSelectTree select -> select.getIdentifier().toString();
            case MethodInvocationTree call -> lastWord(call.getMethodSelect());
            default -> expression.toString();
        };
    }

    private void found(Check check, Tree place, String what) {
        long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, place));
        findings.add(new Finding(check, file.path(), line, what));
    }
}
