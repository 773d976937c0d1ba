package org.suyuan.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The people of the demo world, in every role: invited like anybody, and each accepting the invitation with the one password
 * that all of them share. Whoever tries the platform out has no authenticator app at hand, so their roles ask for none here.
 *
 * <p>Inviting them again adds nothing: a person is known by the username.
 */
final class Staff {
    /** First day of everybody's post. */
    private static final String SINCE = "2024-03-01";

    /** Username, name, body or operator, title, role. */
    private static final String LIST = """
            chenyaoguang 陈耀光 平台管理机构                     权限管理岗           access-administrator
            hejing       何静   平台管理机构                     权限管理岗           access-administrator
            shenlan      沈岚   平台管理机构                     审计岗               auditor
            tanzhe       谭哲   平台管理机构                     规则审批岗           approver
            zhouzhiyuan  周致远 国家市场监督管理总局             食品生产监管司处长   state-officer
            fangqi       方琪   国家市场监督管理总局             食品协调司处长       approver
            liangshu     梁澍   国家市场监督管理总局             应急处处长           dispatcher
            xiaobing     肖冰   国家市场监督管理总局             风险评估专家         expert
            luoyi        罗毅   国家市场监督管理总局             督察审计处           auditor
            lingang      林岗   福建省市场监督管理局             食品生产监管处处长   province-officer
            huangyan     黄妍   福建省市场监督管理局             应急处副处长         dispatcher
            xuwei        许薇   福建省市场监督管理局             风险监测处           reviewer
            zhangming    张鸣   福建省市场监督管理局             分管副局长           approver
            yemu         叶牧   福建省市场监督管理局             信息中心             information-officer
            caiyun       蔡芸   福建省市场监督管理局             审计处               auditor
            wushaofeng   吴少峰 厦门市市场监督管理局             食品生产监管处处长   prefecture-officer
            linxiao      林晓   厦门市市场监督管理局             食品生产监管处科员   information-officer
            zhengqiu     郑秋   厦门市市场监督管理局             食品流通监管处       reviewer
            suhang       苏航   厦门市市场监督管理局             分管副局长           approver
            gaoyuan      高远   厦门市市场监督管理局             应急指挥中心主任     dispatcher
            panyu        潘宇   厦门市市场监督管理局             综合执法支队         inspector
            qiuli        邱莉   厦门市市场监督管理局             综合执法支队         inspector
            jiangbo      江波   厦门市市场监督管理局             风险专家组           expert
            weiran       魏然   厦门市市场监督管理局             审计处               auditor
            chenpei      陈沛   厦门市思明区市场监督管理局       食品科科长           county-officer
            liufang      刘芳   厦门市思明区市场监督管理局       执法大队             inspector
            wangke       王珂   厦门市海沧区市场监督管理局       食品科科长           county-officer
            zhaoning     赵宁   厦门市湖里区市场监督管理局       食品科科长           county-officer
            sunyi        孙毅   厦门市湖里区市场监督管理局       信息员               information-officer
            wumin        吴敏   厦门市集美区市场监督管理局       食品科科长           county-officer
            chenping     陈平   厦门市集美区市场监督管理局       食品科科员           county-officer
            linwei       林维   厦门市集美区市场监督管理局       执法大队             inspector
            hongtao      洪涛   厦门市同安区市场监督管理局       食品科科长           county-officer
            keqing       柯晴   厦门市同安区市场监督管理局       执法大队             inspector
            baixue       白雪   厦门市翔安区市场监督管理局       食品科科长           county-officer
            linshan      林山   鹭江市场监督管理所               监管员               inspector
            zhuangjie    庄杰   筼筜市场监督管理所               监管员               inspector
            zengli       曾丽   江头市场监督管理所               监管员               inspector
            duanfei      段飞   集美市场监督管理所               监管员               inspector
            ruanjing     阮静   杏林市场监督管理所               监管员               inspector
            lanxin       蓝欣   漳州市市场监督管理局             食品流通监管科科长   prefecture-officer
            guochen      郭晨   漳州市市场监督管理局             应急科               dispatcher
            tangyi       汤怡   漳州市市场监督管理局             风险监测科           reviewer
            yangfan      杨帆   漳州市芗城区市场监督管理局       食品股股长           county-officer
            fengye       冯野   漳州市龙海区市场监督管理局       食品股股长           county-officer
            kangle       康乐   东铺头市场监督管理所             监管员               inspector
            qianjun      钱钧   浙江省市场监督管理局             食品生产监管处处长   province-officer
            yuhui        俞慧   杭州市市场监督管理局             食品流通监管处处长   prefecture-officer
            shenke       沈珂   杭州市市场监督管理局             应急处               dispatcher
            lutong       陆彤   杭州市西湖区市场监督管理局       食品科科长           county-officer
            xiezhou      谢舟   杭州市余杭区市场监督管理局       食品科科长           county-officer
            dongyan      董砚   北山市场监督管理所               监管员               inspector
            shilei       石磊   厦门市农业农村局                 农产品质量安全处     prefecture-officer
            mayue        马悦   厦门市卫生健康委员会             食品安全标准处       expert
            jinhai       金海   厦门市商务局                     市场运行处           information-officer
            tengfei      滕飞   厦门海关                         进出口食品安全处     inspector
            dingrui      丁睿   福建省药品监督管理局             稽查处               province-officer
            gengxin      耿欣   厦门市食品检验检测研究院（演示） 微生物室检验员       laboratory
            nieping      聂平   厦门市食品检验检测研究院（演示） 理化室检验员         laboratory
            shaojun      邵军   闽南乳品检测中心（演示）         检验员               laboratory
            yinmo        尹墨   东南认证中心（演示）             审核员               expert
            lihua        黎华   厦门市消费者权益保护委员会       投诉部               expert
            zhoufang     周芳   鹭江乳业（示例）有限公司         质量部经理           operator-staff
            xubin        徐斌   鹭江乳业（示例）有限公司         生产部               operator-staff
            caoyang      曹阳   鹭江乳业（示例）有限公司         信息部               integrator
            weidong      卫东   湖里批发（示例）                 仓储部               operator-staff
            moli         莫莉   漳州批发（示例）                 仓储部               operator-staff
            """;

    /** Second posts: people who change between two capacities. */
    private static final String SECOND = """
            chenping     陈平   厦门市市场监督管理局             风险专家组           expert
            linshan      林山   厦门市思明区市场监督管理局       信息员               information-officer
            """;

    /**
     * @param place name of the body or operator
     * @param role code
     */
    record Member(String username, String name, String place, String title, String role) {
        private static List<Member> of(String table) {
            return table.lines().map(line -> line.split(" +")).map(Member::of).toList();
        }

        private static Member of(String[] cells) {
            return new Member(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }

        /** A line of the table that is printed at the first start. */
        String line() {
            String wide = name.length() < 3 ? name + "　" : name;
            return "%-13s %s  %-20s  %s %s".formatted(username, wide, role, place, title);
        }
    }

    private final Platform platform;
    private final Platform.Administrator administrator;
    private final String password;

    Staff(Platform platform, Platform.Administrator administrator, String password) {
        this.platform = platform;
        this.administrator = administrator;
        this.password = password;
    }

    static List<Member> members() {
        return Member.of(LIST);
    }

    /**
     * @param bodies ids by name
     * @param operators ids by Chinese name
     */
    void join(Map<String, String> bodies, Function<String, String> operators, Progress progress) {
        Set<String> there = usernames();
        relaxRoles();
        for (Member member : members()) {
            if (!there.contains(member.username())) {
                invite(member, bodies, operators);
            }
            progress.done(1);
        }
    }

    /** Those who are there and have accepted; whoever was only invited is invited again. */
    private Set<String> usernames() {
        Set<String> usernames = new HashSet<>();
        for (JsonNode person : administrator.list("/api/identity/people")) {
            String username = person.path("username").asString();
            if (person.path("status").path("code").asString().equals("INVITED")) {
                accept(administrator.post(
                        "/api/identity/people/" + person.path("id").asString() + "/invitations", Map.of()));
            }
            usernames.add(username);
        }
        return usernames;
    }

    private void relaxRoles() {
        Set<String> used = new HashSet<>();
        members().forEach(member -> used.add(member.role()));
        for (JsonNode role : administrator.get("/api/identity/roles")) {
            String code = role.path("code").asString();
            if (used.contains(code) && role.path("secondFactorRequired").asBoolean()) {
                Map<String, Object> relaxed = new LinkedHashMap<>();
                relaxed.put("nameZh", role.path("nameZh").asString());
                relaxed.put("nameEn", role.path("nameEn").asString());
                relaxed.put("permissions", texts(role.path("permissions")));
                relaxed.put("reach", role.path("reach").asString());
                relaxed.put("assignableTo", texts(role.path("assignableTo")));
                relaxed.put("secondFactorRequired", false);
                administrator.put("/api/identity/roles/" + code, relaxed);
            }
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private void invite(Member member, Map<String, String> bodies, Function<String, String> operators) {
        JsonNode invited = administrator.post(
                "/api/identity/people",
                Map.of(
                        "username", member.username(),
                        "name", member.name(),
                        "email", member.username() + "@example.org",
                        "post", post(member, bodies, operators)));
        String person = invited.path("person").path("id").asString();
        for (Member second : Member.of(SECOND)) {
            if (second.username().equals(member.username())) {
                administrator.post("/api/identity/people/" + person + "/posts", post(second, bodies, operators));
            }
        }
        accept(invited);
    }

    private static Map<String, String> post(
            Member member, Map<String, String> bodies, Function<String, String> operators) {
        String body = bodies.get(member.place());
        return Map.of(
                body == null ? "operator" : "organisation",
                Objects.requireNonNullElseGet(body, () -> operators.apply(member.place())),
                "title",
                member.title(),
                "role",
                member.role(),
                "from",
                SINCE);
    }

    /** As the invited person does. */
    private void accept(JsonNode invited) {
        String token = invited.path("invitation").path("token").asString();
        platform.asNobody("/api/identity/invitations/" + token, Map.of("password", password));
    }
}
