import Base

/// Themes, places and outcomes of the editions in the seven languages. English is authentic; the rest are translations
/// made for the demo.
enum ConferenceTextsDemo {
    private static func all(
        _ en: String, es: String, fr: String, zh: String, ar: String, ru: String, pt: String
    ) -> Localized {
        Localized(["en": en, "es": es, "fr": fr, "zh": zh, "ar": ar, "ru": ru, "pt": pt])
    }

    static let firstName = all(
        "Global MOOC Conference 2020", es: "Conferencia Mundial de MOOC 2020", fr: "Conférence mondiale sur les MOOC 2020",
        zh: "2020世界慕课大会", ar: "المؤتمر العالمي للمساقات الجماعية المفتوحة 2020", ru: "Всемирная конференция по МООК 2020",
        pt: "Conferência Mundial de MOOCs 2020")

    // MARK: Themes

    static let theme2020 = all(
        "Learning Revolution and Higher Education Transformation",
        es: "La revolución del aprendizaje y la transformación de la educación superior",
        fr: "Révolution de l’apprentissage et transformation de l’enseignement supérieur",
        zh: "学习革命与高等教育变革", ar: "ثورة التعلّم وتحوّل التعليم العالي",
        ru: "Революция в обучении и преобразование высшего образования",
        pt: "Revolução da aprendizagem e transformação do ensino superior")
    static let theme2021 = all(
        "Together for a Shared Future — Leading Higher Education Innovation in the New Digital Era",
        es: "Juntos por un futuro compartido: liderar la innovación de la educación superior en la nueva era digital",
        fr: "Ensemble pour un avenir partagé : conduire l’innovation de l’enseignement supérieur dans la nouvelle ère numérique",
        zh: "携手共创未来——引领数字新时代的高等教育创新",
        ar: "معًا من أجل مستقبل مشترك: قيادة ابتكار التعليم العالي في العصر الرقمي الجديد",
        ru: "Вместе ради общего будущего: во главе инноваций высшего образования в новую цифровую эпоху",
        pt: "Juntos por um futuro partilhado: liderar a inovação do ensino superior na nova era digital")
    static let theme2022ministry = Localized("Digitalization of Education Leads the Future")
    static let theme2022 = all(
        "Digital Transformation of Education for the Future", es: "La transformación digital de la educación para el futuro",
        fr: "La transformation numérique de l’éducation pour l’avenir", zh: "教育数字化引领未来",
        ar: "التحوّل الرقمي للتعليم من أجل المستقبل", ru: "Цифровое преобразование образования во имя будущего",
        pt: "Transformação digital da educação para o futuro")
    static let theme2023call = Localized("Reconstruction of Future Universities and Education Driven by AI")
    static let theme2023 = all(
        "Reconstruction of Future Universities and Education Driven by Artificial Intelligence",
        es: "La reconstrucción de las universidades y la educación del futuro impulsada por la inteligencia artificial",
        fr: "Reconstruire les universités et l’éducation du futur grâce à l’intelligence artificielle",
        zh: "人工智能驱动的未来大学与教育重构", ar: "إعادة بناء جامعات المستقبل والتعليم بقيادة الذكاء الاصطناعي",
        ru: "Перестройка университетов и образования будущего на основе искусственного интеллекта",
        pt: "A reconstrução das universidades e da educação do futuro impulsionada pela inteligência artificial")
    static let theme2024 = all(
        "Reimagining the Future of Higher Education in the Intelligence Era",
        es: "Reimaginar el futuro de la educación superior en la era de la inteligencia",
        fr: "Réinventer l’avenir de l’enseignement supérieur à l’ère de l’intelligence", zh: "重塑智能时代的高等教育未来",
        ar: "إعادة تصوّر مستقبل التعليم العالي في عصر الذكاء",
        ru: "Новый взгляд на будущее высшего образования в эпоху интеллекта",
        pt: "Reimaginar o futuro do ensino superior na era da inteligência")
    static let theme2025 = all(
        "Breaking Boundaries and Reshaping Futures: Open and Intelligent Global Education",
        es: "Romper fronteras y transformar futuros: una educación mundial abierta e inteligente",
        fr: "Franchir les frontières et redessiner l’avenir : une éducation mondiale ouverte et intelligente",
        zh: "打破边界，重塑未来：开放与智能的全球教育", ar: "كسر الحدود وإعادة تشكيل المستقبل: تعليم عالمي منفتح وذكي",
        ru: "Преодолевая границы, меняя будущее: открытое и интеллектуальное образование мира",
        pt: "Romper fronteiras e redesenhar futuros: uma educação global aberta e inteligente")

    // MARK: Places

    static let tsinghua = all(
        "Tsinghua University", es: "Universidad Tsinghua", fr: "Université Tsinghua", zh: "清华大学", ar: "جامعة تسينغهوا",
        ru: "Университет Цинхуа", pt: "Universidade Tsinghua")
    static let polimi = all(
        "Politecnico di Milano", es: "Politécnico de Milán", fr: "École polytechnique de Milan", zh: "米兰理工大学",
        ar: "جامعة ميلانو للفنون التطبيقية", ru: "Миланский технический университет", pt: "Politécnico de Milão")
    static let queenMary = all(
        "Queen Mary University of London", es: "Universidad Queen Mary de Londres", fr: "Université Queen Mary de Londres",
        zh: "伦敦玛丽女王大学", ar: "جامعة كوين ماري في لندن", ru: "Лондонский университет королевы Марии",
        pt: "Universidade Queen Mary de Londres")
    static let unam = all(
        "National Autonomous University of Mexico", es: "Universidad Nacional Autónoma de México",
        fr: "Université nationale autonome du Mexique", zh: "墨西哥国立自治大学", ar: "الجامعة الوطنية المستقلة في المكسيك",
        ru: "Национальный автономный университет Мексики", pt: "Universidade Nacional Autônoma do México")
    static let beijing = all("Beijing", es: "Pekín", fr: "Pékin", zh: "北京", ar: "بكين", ru: "Пекин", pt: "Pequim")
    static let milan = all("Milan", es: "Milán", fr: "Milan", zh: "米兰", ar: "ميلانو", ru: "Милан", pt: "Milão")
    static let london = all("London", es: "Londres", fr: "Londres", zh: "伦敦", ar: "لندن", ru: "Лондон", pt: "Londres")
    static let mexicoCity = all(
        "Mexico City", es: "Ciudad de México", fr: "Mexico", zh: "墨西哥城", ar: "مدينة مكسيكو", ru: "Мехико",
        pt: "Cidade do México")

    // MARK: Outcomes

    static let launched = all(
        "Launch of the Global MOOC Alliance", es: "Creación de la Alianza Mundial de MOOC",
        fr: "Création de l’Alliance mondiale des MOOC",
        zh: "世界慕课联盟成立", ar: "إطلاق التحالف العالمي للمساقات الجماعية المفتوحة", ru: "Создание Всемирного альянса МООК",
        pt: "Criação da Aliança Mundial de MOOCs")
    static let beijingDeclaration = all(
        "Beijing Declaration of MOOC Development", es: "Declaración de Pekín sobre el desarrollo de los MOOC",
        fr: "Déclaration de Beijing sur le développement des MOOC", zh: "《慕课发展北京宣言》",
        ar: "إعلان بكين لتطوير المساقات الجماعية المفتوحة", ru: "Пекинская декларация о развитии МООК",
        pt: "Declaração de Pequim sobre o desenvolvimento dos MOOCs")
    static let replays = all(
        "Replays in English and Chinese", es: "Grabaciones en inglés y chino", fr: "Rediffusions en anglais et en chinois",
        zh: "中英文视频回放", ar: "تسجيلات بالإنجليزية والصينية", ru: "Записи на английском и китайском языках",
        pt: "Gravações em inglês e chinês")
    static let awards = all(
        "First GMA Awards: twelve winners", es: "Primeros premios GMA: doce galardonados",
        fr: "Premiers prix GMA : douze lauréats",
        zh: "首届世界慕课与在线教育联盟奖：十二项获奖课程", ar: "جوائز GMA الأولى: اثنا عشر فائزًا", ru: "Первые премии GMA: двенадцать лауреатов",
        pt: "Primeiros prémios GMA: doze vencedores")
    static let mexicoDeclaration = all(
        "Mexico City Declaration", es: "Declaración de la Ciudad de México", fr: "Déclaration de Mexico", zh: "《墨西哥城宣言》",
        ar: "إعلان مدينة مكسيكو", ru: "Декларация Мехико", pt: "Declaração da Cidade do México")

    static let firstReport = all(
        "Unlimited Possibilities: Global Report on the Digitalization of Higher Education",
        es: "Posibilidades ilimitadas: informe mundial sobre la digitalización de la educación superior",
        fr: "Possibilités illimitées : rapport mondial sur la numérisation de l’enseignement supérieur",
        zh: "《无限的可能——世界高等教育数字化发展报告》", ar: "إمكانات بلا حدود: التقرير العالمي عن رقمنة التعليم العالي",
        ru: "«Неограниченные возможности»: мировой доклад о цифровизации высшего образования",
        pt: "Possibilidades ilimitadas: relatório global sobre a digitalização do ensino superior")
    static let report2025 = all(
        "Infinite Possibilities: Digital Development Report of Global Higher Education 2025",
        es: "Posibilidades infinitas: informe sobre el desarrollo digital de la educación superior mundial 2025",
        fr: "Possibilités infinies : rapport sur le développement numérique de l’enseignement supérieur mondial 2025",
        zh: "《无限的可能——世界高等教育数字化发展报告（2025）》",
        ar: "إمكانات لا متناهية: تقرير التطور الرقمي للتعليم العالي في العالم 2025",
        ru: "«Бесконечные возможности»: доклад о цифровом развитии высшего образования мира за 2025 год",
        pt: "Possibilidades infinitas: relatório sobre o desenvolvimento digital do ensino superior mundial 2025")

    static func report(_ year: Int) -> Localized {
        all(
            "Digital Development Report of Global Higher Education \(year)",
            es: "Informe sobre el desarrollo digital de la educación superior mundial \(year)",
            fr: "Rapport sur le développement numérique de l’enseignement supérieur mondial \(year)",
            zh: "《世界高等教育数字化发展报告（\(year)）》", ar: "تقرير التطور الرقمي للتعليم العالي في العالم \(year)",
            ru: "Доклад о цифровом развитии высшего образования мира за \(year) год",
            pt: "Relatório sobre o desenvolvimento digital do ensino superior mundial \(year)")
    }
    static func index(_ year: Int) -> Localized {
        all(
            "Digital Development Index of Global Higher Education \(year)",
            es: "Índice de desarrollo digital de la educación superior mundial \(year)",
            fr: "Indice du développement numérique de l’enseignement supérieur mondial \(year)",
            zh: "《世界高等教育数字化发展指数（\(year)）》", ar: "مؤشر التطور الرقمي للتعليم العالي في العالم \(year)",
            ru: "Индекс цифрового развития высшего образования мира за \(year) год",
            pt: "Índice de desenvolvimento digital do ensino superior mundial \(year)")
    }
}
