package dev.holdfast.backlog.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void columns_are_found_by_name_whatever_their_order_and_case() throws IOException {
        try (CsvFile file = open("b,A (not editable),c\n1,2,3\n")) {
            assertThat(file.next()).isTrue();
            assertThat(file.cell(file.columns().required("a"))).isEqualTo("2");
            assertThat(file.cell(file.columns().optional("none", "C"))).isEqualTo("3");
            assertThat(file.cell(file.columns().optional("none"))).isEmpty();
        }
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_column() throws IOException {
        try (CsvFile file = open("\uFEFFName,x\n#1,2\n")) {
            assertThat(file.columns().required("Name")).isZero();
        }
    }

    @Test
    void windows_line_ends_and_a_missing_last_one_are_the_same_as_any() throws IOException {
        assertThat(rows("a,b\r\n1,2\r\n3,4")).containsExactly("2:1|2", "3:3|4");
    }

    @Test
    void a_row_is_named_by_the_line_it_starts_on_though_cells_have_line_breaks() throws IOException {
        assertThat(rows("a,b\n\"x\ny\nz\",2\n3,4\n\n\n5,6\n")).containsExactly("2:x\ny\nz|2", "5:3|4", "8:5|6");
        assertThat(rows("a,b\r\n\"x\r\ny\",2\r\n3,4\r\n")).containsExactly("2:x\r\ny|2", "4:3|4");
    }

    @Test
    void quotation_marks_within_a_cell_stand_twice() throws IOException {
        assertThat(rows("a,b\n\"say \"\"hi\"\", now\",2\n")).containsExactly("2:say \"hi\", now|2");
    }

    @Test
    void short_rows_have_empty_cells_and_empty_lines_are_no_rows() throws IOException {
        assertThat(rows("a,b\n1\n\n \n2,3\n")).containsExactly("2:1|", "5:2|3");
    }

    @Test
    void a_row_with_more_filled_cells_than_the_header_has_columns_is_too_long() throws IOException {
        try (CsvFile file = open("a,b\n1,2,,\n1,2,3\n")) {
            file.next();
            assertThat(file.isTooLong()).isFalse();
            file.next();
            assertThat(file.isTooLong()).isTrue();
        }
    }

    @Test
    void bytes_that_are_no_utf8_do_not_end_the_reading() throws IOException {
        Path path = folder.resolve("latin.csv");
        Files.write(path, "a,b\nsch\u00f6n,2\n".getBytes(StandardCharsets.ISO_8859_1));
        try (CsvFile file = CsvFile.open(path, Progress.SILENT)) {
            file.next();
            assertThat(file.cell(0)).isEqualTo("sch\uFFFDn");
        }
    }

    @Test
    void what_is_no_file_of_text_is_refused_with_its_place() throws IOException {
        refused(folder.resolve("none.csv"), "no such file");
        refused(folder, "is a directory; a file was expected");
        refused(file(""), "is empty");
        refused(file("\n\n"), "is empty; a header with column names was expected");
        refused(file("a,b\n1,2\n\0\1\2,3\n"), "is no text file");
        refused(bytes(0xFF, 0xFE, 'a', 0), "UTF-16");
        refused(bytes('P', 'K', 3, 4, 20), "workbook");
    }

    @Test
    void a_row_that_never_ends_is_refused_by_the_line_it_starts_on() throws IOException {
        String tenMegabytes = "x".repeat(10_000_000);
        refused(file("a,b\n1,2\n3," + tenMegabytes + "\n"), ":3: the row that starts here is longer");
        refused(file("a,b\n1,2\n3,\"open\n" + "4,5\n".repeat(500_000)), ":3: the row that starts here is longer");
        refused(file(tenMegabytes), ":1: the row that starts here is longer");
    }

    @Test
    void text_after_a_closing_quotation_mark_is_no_csv() throws IOException {
        refused(file("a,b\n1,2\n\"x\"y,3\n"), ":3: is no CSV from here on");
    }

    @Test
    void a_missing_and_a_doubled_column_are_named() throws IOException {
        try (CsvFile file = open("a,b,A\n")) {
            assertThatThrownBy(() -> file.columns().required("Lineitem name"))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining(":1: there is no column \"Lineitem name\"");
            assertThatThrownBy(() -> file.columns().optional("a")).hasMessageContaining("\"a\" stands twice");
        }
    }

    @Test
    void a_file_that_a_spreadsheet_saved_with_semicolons_is_told() throws IOException {
        try (CsvFile file = open("Name;Created at;Lineitem name\n")) {
            assertThatThrownBy(() -> file.columns().required("Name")).hasMessageContaining("not separated by commas");
        }
    }

    private void refused(Path path, String message) {
        assertThatThrownBy(() -> {
                    try (CsvFile file = CsvFile.open(path, Progress.SILENT)) {
                        while (file.next()) {
                            file.cell(0);
                        }
                    }
                })
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(path.toString())
                .hasMessageContaining(message);
    }

    private List<String> rows(String text) throws IOException {
        List<String> rows = new ArrayList<>();
        try (CsvFile file = open(text)) {
            while (file.next()) {
                rows.add(file.line() + ":" + file.cell(0) + "|" + file.cell(1));
            }
        }
        return rows;
    }

    private CsvFile open(String text) throws IOException {
        return CsvFile.open(file(text), Progress.SILENT);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.csv"), text);
    }

    private Path bytes(int... bytes) throws IOException {
        byte[] content = new byte[bytes.length];
        for (int at = 0; at < bytes.length; at++) {
            content[at] = (byte) bytes[at];
        }
        return Files.write(folder.resolve("bytes.csv"), content);
    }
}
