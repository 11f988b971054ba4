import Base
import CompositeIndex
import Store

/// The sample's edition before: the same invented countries with somewhat lower values, and a method that differs in one respect, so
/// that a time line with a break, an archive and a text on comparability can be seen.
enum EarlierDemo {
    static let slug = "sample-2025"

    static func fill(by administrator: Viewer, in tx: Writer) throws {
        let draft = EditionDraft(
            slug: slug, series: "sample", period: "2025", name: MeasureDemo.name, description: MeasureDemo.description,
            comparability: comparability, isSample: true)
        let made = try EditionActions.create(draft, by: administrator, in: tx)
        try EditionActions.edit(made.id, as: "index.imported", seen: nil, by: administrator, in: tx) { $0 = content }
        try EditionActions.freeze(made.id, by: administrator, in: tx)
        try EditionReleaseActions.release(made.id, by: administrator, in: tx)
        guard var edition = try EditionStore.find(made.id, in: tx) else { return }
        // A year ago: nobody's clock stood there, so no verb says it.
        let past = tx.now.adding(seconds: -365 * 86_400)
        edition.releasedAt = past
        edition.seal = edition.seal.map { IndexEdition.Seal(digest: $0.digest, program: $0.program, at: past) }
        _ = try EditionStore.update(edition, after: edition.revision, in: tx)
    }

    /// As the sample is, but for the values and the mean at the top: arithmetic here, geometric since.
    static let content: IndexContent = {
        var content = MeasureDemo.content
        content.data = content.data.map(SampleTableDemo.earlier)
        guard var aggregation = content.method.aggregation else { return content }
        aggregation.levels = [Aggregation.Level(.arithmetic)]
        content.method.aggregation = aggregation
        return content
    }()

    private static let comparability = Localized([
        "en": "The first edition: there is nothing to compare it with.",
        "es": "Primera edición: no hay con qué compararla.", "fr": "Première édition : rien à quoi la comparer.",
        "zh": "首个版本：尚无可比较的版本。", "ar": "الإصدار الأول: لا يوجد ما يُقارن به.", "ru": "Первый выпуск: сравнивать не с чем.",
        "pt": "Primeira edição: não há com que a comparar.",
    ])

    /// What the edition after says of it.
    static let comparabilitySince = Localized([
        "en": """
        Indicators and weights are those of 2025. The four parts are now averaged geometrically, so that a weak one counts more: \
        their own scores can be compared with those of 2025, the score of the index and its ranks cannot.
        """,
        "es": """
        Los indicadores y los pesos son los de 2025. Las cuatro partes se promedian ahora geométricamente, de modo que una débil \
        pesa más: sus propias puntuaciones pueden compararse con las de 2025; la del índice y sus puestos, no.
        """,
        "fr": """
        Indicateurs et poids sont ceux de 2025. Les quatre parties sont désormais réunies par une moyenne géométrique, et une \
        partie faible compte davantage : leurs propres scores se comparent à ceux de 2025, pas le score de l’indice ni ses rangs.
        """,
        "zh": "指标与权重同 2025 年。四个部分现改用几何平均，薄弱部分的影响更大：各部分得分可与 2025 年比较，指数得分和排名不可比较。",
        "ar": """
        المؤشرات والأوزان هي أوزان 2025. يُحسب الآن متوسط الأجزاء الأربعة هندسيًا، فيزداد أثر الجزء الضعيف: تُقارن درجات الأجزاء \
        بدرجات 2025، أما درجة المؤشر ومراتبه فلا.
        """,
        "ru": """
        Показатели и веса те же, что в 2025 году. Четыре части теперь усредняются геометрически, и слабая весит больше: баллы \
        частей сравнимы с баллами 2025 года, балл индекса и места — нет.
        """,
        "pt": """
        Os indicadores e os pesos são os de 2025. As quatro partes passam a ter média geométrica, pelo que uma fraca conta mais: \
        as pontuações das partes comparam-se com as de 2025; a do índice e as posições, não.
        """,
    ])
}
