import Base
import CompositeIndex
import Store

/// A sample index in the shape of the alliance's (4, 10 and 18 parts): invented indicators of invented countries, and labelled so.
/// The alliance's own indicators and numbers are not published, and nothing here claims to be them.
package enum MeasureDemo {
    package static let slug = "sample-2026"

    @discardableResult
    package static func fill(by administrator: Viewer, in tx: Writer) throws -> IndexEdition {
        try EarlierDemo.fill(by: administrator, in: tx)
        let draft = EditionDraft(
            slug: slug, series: "sample", period: "2026", name: name, description: description,
            comparability: EarlierDemo.comparabilitySince,
            isSample: true)
        let edition = try EditionActions.create(draft, by: administrator, in: tx)
        try EditionActions.edit(edition.id, as: "index.imported", seen: nil, by: administrator, in: tx) { $0 = content }
        try EditionActions.freeze(edition.id, by: administrator, in: tx)
        try EditionReleaseActions.release(edition.id, by: administrator, in: tx)
        try ReportDemo.fill(edition.id, by: administrator, in: tx)
        try next(administrator, edition, tx)
        return try EditionStore.find(edition.id, in: tx) ?? edition
    }

    /// The edition that is being worked on.
    private static func next(_ administrator: Viewer, _ edition: IndexEdition, _ tx: Writer) throws {
        var draft = EditionDraft(edition)
        draft.slug = "sample-2027"
        draft.period = "2027"
        draft.comparability = .empty
        let next = try EditionActions.create(draft, from: edition.id, by: administrator, in: tx)
        try EditionActions.edit(next.id, as: "index.imported", seen: nil, by: administrator, in: tx) { $0.data = content.data }
    }

    /// Framework, data and method of the sample.
    package static let content: IndexContent = {
        let nodes = tree.map { code, parent, unit, isNegative in
            Node(
                code: code, name: SampleTextsDemo.names[code]?["en"], level: level(code), parent: parent, weight: 1,
                direction: isNegative ? .negative : .positive, unit: unit)
        }
        let texts = SampleTextsDemo.names.reduce(into: [:]) { all, entry in
            all[entry.key] = IndexContent.Texts(
                name: Localized(entry.value), gloss: Localized(SampleTextsDemo.glosses[entry.key] ?? ""))
        }
        return IndexContent(
            nodes: nodes, texts: texts, data: SampleTableDemo.data(indicators: tree.map(\.code).filter { level($0) == 1 }),
            method: Method([
                .impute(Imputation(.groupMedian("income"))), .treat(Treatment()),
                .normalise(Normalisation(.minMax(low: 1, high: 100))),
                .aggregate(
                    Aggregation([
                        Aggregation.Level(.arithmetic), Aggregation.Level(.arithmetic), Aggregation.Level(.geometric),
                    ])),
            ]))
    }()

    private static func level(_ code: String) -> Int { code == "SDI" ? 4 : 4 - code.count }

    private static let tree: [(code: String, parent: String?, unit: String?, isNegative: Bool)] = {
        let units = [
            "A11": "%", "A12": "Mbit/s", "A22": "%", "A31": "% of income", "B11": "per million", "B12": "%", "B21": "%",
            "B22": "h", "B31": "%", "B32": "%", "C11": "%", "C12": "USD", "C21": "%", "D11": "%", "D12": "per million",
            "D21": "%",
        ]
        let codes = [
            "SDI", "A", "A1", "A11", "A12", "A2", "A21", "A22", "A3", "A31", "B", "B1", "B11", "B12", "B2", "B21", "B22", "B3",
            "B31", "B32", "C", "C1", "C11", "C12", "C2", "C21", "C22", "D", "D1", "D11", "D12", "D2", "D21",
        ]
        return codes.map { code in
            let parent = code == "SDI" ? nil : code.count == 1 ? "SDI" : String(code.dropLast())
            return (code, parent, units[code], ["A21", "A31", "D12"].contains(code))
        }
    }()

    static let name = Localized([
        "en": "Sample Index of Digital Education", "es": "Índice de muestra de educación digital",
        "fr": "Indice fictif de l’éducation numérique", "zh": "数字教育示例指数", "ar": "المؤشر التجريبي للتعليم الرقمي",
        "ru": "Учебный индекс цифрового образования", "pt": "Índice de amostra da educação digital",
    ])
    static let description = Localized([
        "en": "Invented countries, invented numbers: this edition shows how an index is made and says nothing about the world.",
        "es": "Países inventados, cifras inventadas: esta edición muestra cómo se hace un índice y no dice nada del mundo.",
        "fr": "Pays inventés, chiffres inventés : cette édition montre comment se fait un indice et ne dit rien du monde.",
        "zh": "虚构的国家，虚构的数字：本版本演示指数如何编制，与现实世界无关。",
        "ar": "بلدان مُختلَقة وأرقام مُختلَقة: يبيّن هذا الإصدار كيف يُصنع المؤشر ولا يقول شيئًا عن العالم.",
        "ru": "Вымышленные страны и числа: выпуск показывает, как делается индекс, и ничего не говорит о мире.",
        "pt": "Países inventados, números inventados: esta edição mostra como se faz um índice e nada diz sobre o mundo.",
    ])
}
