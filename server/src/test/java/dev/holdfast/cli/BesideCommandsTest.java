package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong on the command line is said in a line, before anything is started. */
class BesideCommandsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reconcile --shop toys.example.com | --shop: is not a shop; write your-shop.myshopify.com",
                "reconcile --repair --shop toys | --shop: is not a shop; write your-shop.myshopify.com",
                "reconcile --shop | --shop",
                "reconcile --mend | --mend",
                "reconcile everything | everything",
                "changes --shop toys.example.com | --shop: is not a shop; write your-shop.myshopify.com",
                "changes --confirm --shop toys | --shop: is not a shop; write your-shop.myshopify.com",
                "changes --shop | --shop",
                "changes --agree | --agree",
                "changes now | now",
                "leave --shop toys | --shop: is not a shop; write your-shop.myshopify.com",
                "leave --confirm --shop toys.example.com | --shop: is not a shop; write your-shop.myshopify.com",
                "leave --agree | --agree",
                "leave now | now",
                "outbox list --shop toys | --shop: is not a shop; write your-shop.myshopify.com",
                "outbox send | holdfast outbox: \"send\" is not list, resend or drop (see",
                "inbox --shop toys | --shop: is not a shop; write your-shop.myshopify.com",
                "inbox --retry all --shop toys.example.com | --shop: is not a shop; write your-shop.myshopify.com",
                "inbox --retry | holdfast inbox: --retry wants ID",
                "inbox --drop 1 | --drop",
                "inbox list | list",
                "privacy list --shop toys | --shop: is not a shop; write your-shop.myshopify.com",
                "privacy forget | forget",
                "privacy | holdfast privacy: ORDER is missing: list, show or close (see",
                "backup | holdfast backup: FILE is missing",
                "outbx | did you mean outbox?",
                "frobnicate | no command \"frobnicate\" is known here (see",
            })
    void a_wrong_argument_ends_with_2_and_is_named(String line, String words) {
        assertThat(Main.run(terminal(), line.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(words);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "reconcile,--repair",
        "changes,--confirm",
        "leave,--confirm",
        "inbox,--retry",
        "outbox,ORDER",
        "privacy,ORDER"
    })
    void help_names_what_it_takes(String command, String option) {
        assertThat(Main.run(terminal(), command, "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(option, "--shop");
    }

    @Test
    void the_operators_guide_names_every_command_for_the_server_and_no_other() throws IOException {
        assertThat(Main.run(terminal(), "--help")).isZero();
        var help = out.toString(StandardCharsets.UTF_8);
        var known = words(help.substring(help.indexOf("\nCommands:")), "(?m)^  ([a-z-]+) ");
        // Those that read a merchant's own files.
        known.removeAll(Set.of("plan", "backlog"));
        assertThat(words(
                        Files.readString(Path.of("../docs/operate.md")),
                        "`(?:\\./)?holdfast ([a-z-]+)|\n\\./holdfast ([a-z-]+)"))
                .containsExactlyElementsOf(known);
    }

    private static Set<String> words(String text, String expression) {
        return Pattern.compile(expression)
                .matcher(text)
                .results()
                .map(found -> found.group(found.groupCount() == 1 || found.group(1) != null ? 1 : 2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Terminal terminal() {
        return new Terminal(
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> Instant.parse("2026-11-22T10:00:00Z"));
    }
}
