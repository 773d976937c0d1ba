package org.suyuan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The platform's one process. */
@Modulithic(systemName = "Suyuan")
@SpringBootApplication
public class Suyuan {
    public static void main(String[] args) {
        SpringApplication.run(Suyuan.class, args);
    }
}
