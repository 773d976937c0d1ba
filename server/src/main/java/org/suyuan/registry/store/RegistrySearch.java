package org.suyuan.registry.store;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nouns of the registry that the search finds and that links lead to. */
@Configuration(proxyBeanMethods = false)
class RegistrySearch {
    @Bean
    @Order(20)
    static NamedThings operators(JdbcClient jdbc) {
        return new NamedThings(
                jdbc,
                new NamedThings.Noun(
                        "operator",
                        "FROM registry.operator AS t",
                        true,
                        "t.name_zh",
                        "t.uscc",
                        "t.uscc = :upper OR t.company_prefix = :text OR t.name_zh = :text",
                        ScopeClause::readingOperators));
    }

    @Bean
    @Order(30)
    static NamedThings products(JdbcClient jdbc) {
        return new NamedThings(
                jdbc,
                new NamedThings.Noun(
                        "product",
                        """
                        FROM registry.product AS t
                        LEFT JOIN registry.product_gtin AS g ON g.product_id = t.id AND g.level = 0""",
                        true,
                        "t.name_zh",
                        "concat_ws(' ', t.specification, COALESCE(g.gtin, t.own_code))",
                        "t.own_code = :text OR t.name_zh = :text"
                                + " OR t.id IN (SELECT p.product_id FROM registry.product_gtin AS p WHERE p.gtin = :gtin)",
                        ScopeClause::reading));
    }

    @Bean
    @Order(40)
    static NamedThings lots(JdbcClient jdbc) {
        return new NamedThings(
                jdbc,
                new NamedThings.Noun(
                        "lot",
                        """
                        FROM registry.lot AS t
                        JOIN registry.product AS p ON p.id = t.product_id""",
                        false,
                        "t.lot_number",
                        "concat_ws(' ', p.name_zh, t.production_date)",
                        "t.lot_number = :text",
                        ScopeClause::reading));
    }

    @Bean
    @Order(50)
    static NamedThings sites(JdbcClient jdbc) {
        return new NamedThings(
                jdbc,
                new NamedThings.Noun(
                        "site",
                        "FROM registry.site AS t",
                        true,
                        "t.name_zh",
                        "COALESCE(t.gln, t.address)",
                        "t.gln = :text OR t.place = :text OR t.name_zh = :text",
                        ScopeClause::reading));
    }
}
