@testable import Paper

/// Words of a report in one language.
struct ReportWords {
    let language: String
    let title, subtitle, chapter, section, other, contents, notice, footer: String
    let text, quote, code: String
    let items: [String]
    let head: [String]
    let names: [String]
    let chart, note: String

    static let english = ReportWords(
        language: "en", title: "Global Digital Education Development Index 2025",
        subtitle: "What 62 systems tell of open and intelligent learning", chapter: "Findings",
        section: "How far apart systems are",
        other: "Methods and limits", contents: "Contents", notice: "Invented sample data: no figure describes a real system",
        footer: "Edition 2025, release 3 · plenaria.example/index/gdedi-2025",
        text:
            "Between the first and the last of the systems lies more than half of the scale, and most of it is made by two pillars. "
            + "Where broadband reaches the villages, courses are taken; where it does not, no strategy helps. The median moved by "
            + "four points within a year, which is twice as much as in the year before and more than the uncertainty of weights.",
        quote: "Data without the people who understand them are a heap of stones and no house.",
        code: "score = Σ weight × indicator\n    where indicator is scaled to 0…100",
        items: ["Infrastructure is the narrowest gap", "Teachers’ training differs most", "Open resources grow quickly"],
        head: ["System", "Score", "What stands behind it"], names: ["Alpha", "Beta-Republic", "Gammaland", "Delta Islands"],
        chart: "Scores of four systems", note: "Score from 0 to 100. The stroke is the median of all systems.")

    static let arabic = ReportWords(
        language: "ar", title: "المؤشر العالمي لتطور التعليم الرقمي 2025",
        subtitle: "ما تقوله 62 منظومة عن التعلم المفتوح والذكي",
        chapter: "النتائج", section: "مدى التباعد بين المنظومات", other: "المنهج وحدوده", contents: "المحتويات",
        notice: "بيانات تجريبية مختلقة: لا يصف أي رقم منظومة حقيقية",
        footer: "إصدار 2025، النشرة 3 · plenaria.example/index/gdedi-2025",
        text:
            "يفصل بين أول المنظومات وآخرها أكثر من نصف المقياس، ويرجع معظمه إلى ركيزتين. حيث يصل الإنترنت عريض النطاق إلى القرى تُدرس "
            + "المقررات، وحيث لا يصل فلا تنفع أي استراتيجية. وقد تحرك الوسيط أربع نقاط في عام واحد، أي ضعف ما كان عليه في العام السابق.",
        quote: "البيانات بلا من يفهمها كومة حجارة لا بيت.", code: "score = Σ weight × indicator",
        items: ["البنية التحتية أضيق الفجوات", "تدريب المعلمين أكثرها تفاوتاً", "الموارد المفتوحة تنمو بسرعة"],
        head: ["المنظومة", "الدرجة", "ما وراءها"], names: ["ألفا", "جمهورية بيتا", "غاما", "جزر دلتا"],
        chart: "درجات أربع منظومات", note: "الدرجة من 0 إلى 100. الخط هو وسيط المنظومات كلها.")

    static let chinese = ReportWords(
        language: "zh", title: "全球数字教育发展指数2025", subtitle: "六十二个教育体系与开放智能学习", chapter: "主要发现",
        section: "各体系之间的差距", other: "方法与局限", contents: "目录", notice: "虚构示例数据：任何数字都不描述真实体系",
        footer: "2025年版，第3次发布 · plenaria.example/index/gdedi-2025",
        text:
            "第一名与最后一名之间相差超过量表的一半，其中大部分来自两个支柱。宽带到达乡村的地方，课程就有人学习；没有宽带的地方，任何战略都无济于事。"
            + "中位数一年内上升了四分，是上一年的两倍，也超过了权重的不确定性。",
        quote: "没有懂数据的人，数据只是一堆石头，不是房子。", code: "score = Σ weight × indicator", items: ["基础设施差距最小", "教师培训差异最大", "开放资源增长迅速"],
        head: ["体系", "得分", "背后的原因"], names: ["甲国", "乙共和国", "丙地", "丁群岛"], chart: "四个体系的得分",
        note: "得分为0至100。竖线为所有体系的中位数。")

    static let all = [english, arabic, chinese]
}

/// Reports with every kind of block and chart.
enum ReportSamples {
    static func runs(_ text: String) -> [PaperRun] { [PaperRun(text)] }

    static func report(_ words: ReportWords, _ blocks: [PaperBlock], contents: Bool = true) -> ReportPaper {
        ReportPaper(
            info: PaperSamples.info(words.title, words.language), band: words.title, accent: PaperColour(0x8f5400),
            title: PaperText(words.title, words.language), subtitle: PaperText(words.subtitle, words.language),
            facts: [
                PaperFact(PaperText(words.head[0]), PaperText("62")),
                PaperFact(PaperText(words.head[1]), PaperText("0–100", "en")),
                PaperFact(PaperText(words.contents), PaperText("3 December 2025", "en")),
            ], notice: PaperText(words.notice, words.language), contents: contents ? words.contents : nil, footer: words.footer,
            language: words.language, blocks: blocks)
    }

    static func everything(_ words: ReportWords) -> ReportPaper { report(words, blocks(words)) }

    static func blocks(_ words: ReportWords) -> [PaperBlock] {
        let mixed = [
            PaperRun(words.text + " "), PaperRun(text: words.items[0], isStrong: true), PaperRun(", "),
            PaperRun(text: words.items[1] + " (emphasis)", isEmphasis: true), PaperRun("; "),
            PaperRun(text: "index audit", isCode: true), PaperRun("; "),
            PaperRun(text: words.section + " (plenaria.example)", link: "https://plenaria.example/a?b=c&d='e'"), PaperRun("."),
        ]
        let nested: [PaperBlock] = [
            .paragraph(runs(words.items[1])),
            .list(start: nil, items: [[.paragraph(runs(words.items[2]))], [.paragraph(runs(words.text))]]),
        ]
        return [
            .heading(level: 1, runs(words.chapter)), .paragraph(mixed), .chart(bars(words)),
            .heading(level: 2, runs(words.section)), .paragraph(runs(words.text)),
            .list(start: nil, items: [[.paragraph(runs(words.items[0]))], nested, [.paragraph(runs(words.items[2]))]]),
            .list(start: 9, items: words.items.map { [.paragraph(runs($0))] }),
            .quote([.paragraph(runs(words.quote)), .paragraph(runs(words.text))]), table(words, rows: 4), .chart(ranges(words)),
            .rule, .heading(level: 1, runs(words.other)), .paragraph(runs(words.text)), .code(words.code),
            .heading(level: 3, runs(words.items[2])), .paragraph(runs(words.text)), .chart(radar(words)), .chart(lines(words)),
            .chart(map(words)), .paragraph(runs(words.text)),
        ]
    }

    static func table(_ words: ReportWords, rows: Int) -> PaperBlock {
        .table(
            head: words.head.map(runs),
            rows: (0..<rows).map { row in
                [
                    runs("\(words.names[row % 4]) \(row + 1)"), runs("\(90 - row % 60).\(row % 10)"),
                    runs(row % 2 == 0 ? words.items[row % 3] : words.quote),
                ]
            }, isNumeric: [false, true, false])
    }

    static func rows(_ words: ReportWords, count: Int = 4) -> [PaperChart.Row] {
        (0..<count).map { index in
            let share = 0.91 - 0.8 * Double(index) / Double(max(count, 5))
            return PaperChart.Row(
                label: count == 4 ? words.names[index] : "\(words.names[index % 4]) \(index)",
                value: String(Int(share * 1000)).replacing(/(\d)$/) { ".\($0.1)" }, share: index == 3 ? nil : share,
                low: index == 3 ? nil : share - 0.06, high: index == 3 ? nil : min(1, share + 0.05), mark: 0.52,
                isMarked: index == 1)
        }
    }

    static func bars(_ words: ReportWords, count: Int = 4) -> PaperChart {
        PaperChart(title: words.chart, note: words.note, kind: .bars(rows(words, count: count)))
    }

    static func ranges(_ words: ReportWords) -> PaperChart {
        PaperChart(title: words.section, note: words.note, kind: .ranges(rows(words)))
    }

    static func radar(_ words: ReportWords) -> PaperChart {
        let axes = (words.items + words.head + words.names).prefix(10)
        return PaperChart(
            title: words.section, note: nil,
            kind: .radar(
                axes: Array(axes),
                [
                    .init(name: words.names[0], points: [0.8, 0.6, 0.9, 0.4, 0.7, 0.55, 0.95, 0.3, 0.62, 0.7]),
                    .init(name: words.names[1], points: [0.5, 0.55, 0.4, 0.6, 0.5, nil, 0.45, 0.5, 0.4, 0.6]),
                ]))
    }

    static func lines(_ words: ReportWords) -> PaperChart {
        PaperChart(
            title: words.chart, note: words.note,
            kind: .lines(
                categories: (2016...2025).map(String.init),
                words.names.enumerated().map { index, name in
                    PaperChart.Series(name: name, points: (0..<10).map { index == 2 && $0 == 4 ? nil : height(index, year: $0) })
                }, scale: ["0", "25", "50", "75", "100"]))
    }

    private static func height(_ series: Int, year: Int) -> Double {
        0.3 + 0.05 * Double(year) - 0.02 * Double(series * (year % 4))
    }

    static func map(_ words: ReportWords) -> PaperChart {
        let corners: [(Double, Double)] = [(0.1, 0.2), (0.4, 0.1), (0.9, 0.3), (0.7, 0.8), (0.2, 0.9)]
        let land = corners.map { PaperChart.Point(x: $0.0, y: $0.1) }
        let shares: [Double?] = [0.9, 0.7, 0.5, nil]
        let places = (0..<4).map { index -> PaperChart.Place in
            let point = PaperChart.Point(x: 0.25 + 0.15 * Double(index), y: 0.4 + 0.05 * Double(index % 2))
            return PaperChart.Place(point: point, share: shares[index], label: words.names[index], isMarked: index == 1)
        }
        return PaperChart(title: words.section, note: words.note, kind: .map(outline: [land], aspect: 2.05, places))
    }
}
