import Base

/// The organisations of the demo: the 25 members that the concept note lists, the alliance, and three that are no members.
/// Types, countries and dates are explained in `docs/people.md`.
enum OrganisationsDemo {
    struct Entry: Sendable {
        let slug: String
        let kind: Organisation.Kind
        let country: String
        let names: [String: String]
        var ror: String?
        var website: String?
        /// The type it joined with, where that has changed since.
        var joined: Organisation.Kind?
    }
    struct Join: Sendable {
        let date: String
        let precision: KnownDate.Precision
        let source: String
        let slugs: [String]
    }

    /// The name of the institute since 2021.
    static let institute = ["en": "LPI (Learning Planet Institute)", "fr": "Learning Planet Institute"]

    static let joins = [
        Join(
            date: "2020-12-11", precision: .day, source: "Founding of the alliance at the 2020 Global MOOC Conference",
            slugs: [
                "cornell", "lpi", "edx", "must", "ntu", "pku", "polimi", "rwth", "spbu", "sjtu", "thai-mooc", "tsinghua",
                "auckland", "uchile", "manchester", "nairobi", "xuetangx", "zju",
            ]),
        Join(
            date: "2023-12-14", precision: .day, source: "Annual board meeting, 14 December 2023",
            slugs: ["futurelearn", "ice-i", "unam"]),
        Join(
            date: "2024-12-11", precision: .year,
            source: "Day unknown: after the board meeting of 2023, counted in December 2024",
            slugs: ["edraak", "tec"]),
        Join(
            date: "2025-11-01", precision: .year,
            source:
                "Day unknown: a current member in the concept note of 2025; announced in the opening ceremony of 3 December 2025",
            slugs: ["vnu", "ufrj"]),
    ]

    static let people: [(name: String, email: String, role: Role?, slug: String, title: String)] = [
        ("Demo Secretariat", "secretariat@plenaria.example", .secretariat, "gma", "Secretariat (demo)"),
        ("Demo Organiser", "organiser@plenaria.example", .organiser, "unam", "Organiser (demo)"),
        ("Demo Editor", "editor@plenaria.example", .editor, "tsinghua", "Editor (demo)"),
        ("Demo Reader", "reader@plenaria.example", .reader, "qmul", "Reader (demo)"),
        ("Demo Guest", "guest@plenaria.example", nil, "nairobi", "Guest (demo)"),
    ]

    static let all = universities + others

    private static let universities = [
        Entry(
            slug: "cornell", kind: .university, country: "US",
            names: ["en": "Cornell University", "zh": "康奈尔大学"],
            ror: "05bnh6r87", website: "https://www.cornell.edu"),
        Entry(
            slug: "must", kind: .university, country: "MN",
            names: [
                "en": "Mongolian University of Science and Technology", "mn": "Шинжлэх Ухаан, Технологийн Их Сургууль",
                "ru": "Монгольский университет науки и технологии", "zh": "蒙古科技大学",
            ],
            website: "https://www.must.edu.mn"),
        Entry(
            slug: "ntu", kind: .university, country: "SG",
            names: ["en": "Nanyang Technological University", "zh": "南洋理工大学"],
            ror: "02e7b5302", website: "https://www.ntu.edu.sg"),
        Entry(
            slug: "pku", kind: .university, country: "CN",
            names: ["en": "Peking University", "zh": "北京大学"],
            ror: "02v51f717", website: "https://www.pku.edu.cn"),
        Entry(
            slug: "polimi", kind: .university, country: "IT",
            names: ["en": "Politecnico di Milano", "it": "Politecnico di Milano", "zh": "米兰理工大学"],
            ror: "01nffqt88", website: "https://www.polimi.it"),
        Entry(
            slug: "rwth", kind: .university, country: "DE",
            names: ["en": "RWTH Aachen University", "de": "RWTH Aachen", "zh": "亚琛工业大学"],
            ror: "04xfq0f34", website: "https://www.rwth-aachen.de"),
        Entry(
            slug: "spbu", kind: .university, country: "RU",
            names: [
                "en": "Saint Petersburg University", "ru": "Санкт-Петербургский государственный университет", "zh": "圣彼得堡大学",
            ],
            ror: "023znxa73", website: "https://spbu.ru"),
        Entry(
            slug: "sjtu", kind: .university, country: "CN",
            names: ["en": "Shanghai Jiao Tong University", "zh": "上海交通大学"],
            ror: "0220qvk04", website: "https://www.sjtu.edu.cn"),
        Entry(
            slug: "tsinghua", kind: .university, country: "CN",
            names: ["en": "Tsinghua University", "zh": "清华大学"],
            ror: "03cve4549", website: "https://www.tsinghua.edu.cn"),
        Entry(
            slug: "auckland", kind: .university, country: "NZ",
            names: ["en": "University of Auckland", "mi": "Waipapa Taumata Rau", "zh": "奥克兰大学"],
            ror: "03b94tp07", website: "https://www.auckland.ac.nz"),
        Entry(
            slug: "uchile", kind: .university, country: "CL",
            names: ["en": "University of Chile", "es": "Universidad de Chile", "zh": "智利大学"],
            ror: "047gc3g35", website: "https://uchile.cl"),
        Entry(
            slug: "manchester", kind: .university, country: "GB",
            names: ["en": "University of Manchester", "zh": "曼彻斯特大学"],
            ror: "027m9bs27", website: "https://www.manchester.ac.uk"),
        Entry(
            slug: "nairobi", kind: .university, country: "KE",
            names: ["en": "University of Nairobi", "sw": "Chuo Kikuu cha Nairobi", "zh": "内罗毕大学"],
            ror: "02y9nww90", website: "https://www.uonbi.ac.ke"),
        Entry(
            slug: "zju", kind: .university, country: "CN",
            names: ["en": "Zhejiang University", "zh": "浙江大学"],
            ror: "00a2xv884", website: "https://www.zju.edu.cn"),
        Entry(
            slug: "unam", kind: .university, country: "MX",
            names: [
                "en": "National Autonomous University of Mexico", "es": "Universidad Nacional Autónoma de México",
                "pt": "Universidade Nacional Autônoma do México", "zh": "墨西哥国立自治大学",
            ],
            ror: "01tmp8f25", website: "https://www.unam.mx"),
        Entry(
            slug: "tec", kind: .university, country: "MX",
            names: ["en": "Tecnológico de Monterrey", "es": "Tecnológico de Monterrey", "zh": "蒙特雷科技大学"],
            ror: "03ayjn504", website: "https://tec.mx"),
        Entry(
            slug: "vnu", kind: .university, country: "VN",
            names: ["en": "Vietnam National University Hanoi", "vi": "Đại học Quốc gia Hà Nội", "zh": "河内国家大学"],
            website: "https://vnu.edu.vn"),
        Entry(
            slug: "ufrj", kind: .university, country: "BR",
            names: [
                "en": "Federal University of Rio de Janeiro", "pt": "Universidade Federal do Rio de Janeiro",
                "es": "Universidad Federal de Río de Janeiro", "zh": "里约热内卢联邦大学",
            ],
            ror: "03490as77", website: "https://ufrj.br"),
        Entry(
            slug: "qmul", kind: .university, country: "GB",
            names: ["en": "Queen Mary University of London", "zh": "伦敦玛丽女王大学"],
            ror: "026zzn846", website: "https://www.qmul.ac.uk"),
        Entry(
            slug: "bupt", kind: .university, country: "CN",
            names: ["en": "Beijing University of Posts and Telecommunications", "zh": "北京邮电大学"],
            ror: "04w9fbh59", website: "https://www.bupt.edu.cn"),
    ]

    private static let others = [
        Entry(
            slug: "lpi", kind: .institute, country: "FR",
            names: [
                "en": "CRI (Center for Research and Interdisciplinarity)", "fr": "Centre de recherches interdisciplinaires (CRI)",
            ],
            website: "https://www.learningplanetinstitute.org", joined: .university),
        Entry(slug: "edx", kind: .platform, country: "US", names: ["en": "edX"], website: "https://www.edx.org"),
        Entry(slug: "thai-mooc", kind: .platform, country: "TH", names: ["en": "Thai MOOC"], website: "https://thaimooc.ac.th"),
        Entry(
            slug: "xuetangx", kind: .platform, country: "CN",
            names: ["en": "XuetangX", "zh": "学堂在线"],
            website: "https://www.xuetangx.com"),
        Entry(
            slug: "futurelearn", kind: .platform, country: "GB",
            names: ["en": "FutureLearn"],
            website: "https://www.futurelearn.com"),
        Entry(
            slug: "ice-i", kind: .platform, country: "ID",
            names: ["en": "Indonesia Cyber Education Institute", "zh": "印度尼西亚网络教育学院"],
            website: "https://icei.ac.id"),
        Entry(
            slug: "edraak", kind: .platform, country: "JO",
            names: ["en": "Edraak", "ar": "إدراك"],
            website: "https://www.edraak.org"),
        Entry(
            slug: "gma", kind: .network, country: "CN",
            names: ["en": "Global MOOC and Online Education Alliance (GMA)", "zh": "世界慕课与在线教育联盟"],
            website: "https://mooc.global"),
        Entry(
            slug: "unesco-iite", kind: .intergovernmental, country: "RU",
            names: [
                "en": "UNESCO Institute for Information Technologies in Education (UNESCO IITE)",
                "ru": "Институт ЮНЕСКО по информационным технологиям в образовании (ИИТО ЮНЕСКО)",
            ],
            website: "https://iite.unesco.org"),
    ]
}
