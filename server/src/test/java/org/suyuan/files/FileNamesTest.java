package org.suyuan.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names that cannot deceive. */
class FileNamesTest {
    @Test
    void a_name_keeps_what_people_need_and_loses_what_deceives() {
        Map.of(
                        "检验报告 2026-09.pdf", "检验报告 2026-09.pdf",
                        "../../etc/passwd", "passwd",
                        "C:\\Users\\lin\\photo.jpg", "photo.jpg",
                        "photo\u202Egpj.exe", "photogpj.exe",
                        "a\r\nSet-Cookie: x.txt", "aSet-Cookie x.txt",
                        "..hidden. ", "hidden",
                        "a<b>|\"c?*.csv", "abc.csv",
                        "e\u0301.txt", "\u00e9.txt",
                        "...", "file")
                .forEach((given, kept) ->
                        assertThat(FileNames.sanitise(given)).as(given).isEqualTo(kept));
        assertThat(FileNames.sanitise(null)).isEqualTo("file");
    }

    @Test
    void a_long_name_keeps_its_ending() {
        String kept = FileNames.sanitise("𠮷".repeat(200) + ".pdf");
        assertThat(kept).hasSizeLessThanOrEqualTo(FileNames.LENGTH_MAX).endsWith("𠮷.pdf");
    }
}
