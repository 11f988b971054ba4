/// What the nodes of the sample index are called in the seven languages, and what the upper ones mean.
enum SampleTextsDemo {
    static let names: [String: [String: String]] = [
        "SDI": [
            "en": "Sample Index of Digital Education", "es": "Índice de muestra de educación digital",
            "fr": "Indice fictif de l’éducation numérique", "zh": "数字教育示例指数", "ar": "المؤشر التجريبي للتعليم الرقمي",
            "ru": "Учебный индекс цифрового образования", "pt": "Índice de amostra da educação digital",
        ],
        "A": [
            "en": "Access", "es": "Acceso", "fr": "Accès", "zh": "接入", "ar": "النفاذ", "ru": "Доступ", "pt": "Acesso",
        ],
        "B": [
            "en": "Learning and teaching", "es": "Aprendizaje y enseñanza", "fr": "Apprentissage et enseignement",
            "zh": "学与教", "ar": "التعلّم والتعليم", "ru": "Обучение и преподавание", "pt": "Aprendizagem e ensino",
        ],
        "C": [
            "en": "Institutions", "es": "Instituciones", "fr": "Établissements", "zh": "机构", "ar": "المؤسسات",
            "ru": "Учреждения", "pt": "Instituições",
        ],
        "D": [
            "en": "Trust", "es": "Confianza", "fr": "Confiance", "zh": "信任", "ar": "الثقة", "ru": "Доверие",
            "pt": "Confiança",
        ],
        "A1": [
            "en": "Connection", "es": "Conexión", "fr": "Connexion", "zh": "网络连接", "ar": "الاتصال", "ru": "Подключение",
            "pt": "Ligação",
        ],
        "A2": [
            "en": "Devices", "es": "Dispositivos", "fr": "Équipements", "zh": "设备", "ar": "الأجهزة", "ru": "Устройства",
            "pt": "Dispositivos",
        ],
        "A3": [
            "en": "Affordability", "es": "Asequibilidad", "fr": "Coût abordable", "zh": "可负担性",
            "ar": "القدرة على تحمّل التكلفة", "ru": "Доступность по цене", "pt": "Acessibilidade económica",
        ],
        "B1": [
            "en": "Open courses", "es": "Cursos abiertos", "fr": "Cours ouverts", "zh": "开放课程", "ar": "المقررات المفتوحة",
            "ru": "Открытые курсы", "pt": "Cursos abertos",
        ],
        "B2": [
            "en": "Teachers’ skills", "es": "Competencias docentes", "fr": "Compétences des enseignants", "zh": "教师能力",
            "ar": "مهارات المعلّمين", "ru": "Навыки преподавателей", "pt": "Competências dos professores",
        ],
        "B3": [
            "en": "Learners’ outcomes", "es": "Resultados del aprendizaje", "fr": "Résultats des apprenants", "zh": "学习成果",
            "ar": "نتائج المتعلّمين", "ru": "Результаты учащихся", "pt": "Resultados dos alunos",
        ],
        "C1": [
            "en": "Strategy and funding", "es": "Estrategia y financiación", "fr": "Stratégie et financement", "zh": "战略与经费",
            "ar": "الاستراتيجية والتمويل", "ru": "Стратегия и финансирование", "pt": "Estratégia e financiamento",
        ],
        "C2": [
            "en": "Recognition", "es": "Reconocimiento", "fr": "Reconnaissance", "zh": "认可", "ar": "الاعتراف",
            "ru": "Признание", "pt": "Reconhecimento",
        ],
        "D1": [
            "en": "Data protection", "es": "Protección de datos", "fr": "Protection des données", "zh": "数据保护",
            "ar": "حماية البيانات", "ru": "Защита данных", "pt": "Proteção de dados",
        ],
        "D2": [
            "en": "Safety on line", "es": "Seguridad en línea", "fr": "Sécurité en ligne", "zh": "网络安全",
            "ar": "السلامة على الإنترنت", "ru": "Безопасность в сети", "pt": "Segurança em linha",
        ],
        "A11": [
            "en": "Schools with broadband", "es": "Escuelas con banda ancha", "fr": "Écoles dotées du haut débit",
            "zh": "宽带学校", "ar": "مدارس متصلة بالنطاق العريض", "ru": "Школы с широкополосным доступом",
            "pt": "Escolas com banda larga",
        ],
        "A12": [
            "en": "Median speed", "es": "Velocidad mediana", "fr": "Débit médian", "zh": "网速中位数", "ar": "السرعة الوسيطة",
            "ru": "Медианная скорость", "pt": "Velocidade mediana",
        ],
        "A21": [
            "en": "Pupils per computer", "es": "Alumnos por ordenador", "fr": "Élèves par ordinateur", "zh": "生机比",
            "ar": "تلاميذ لكل حاسوب", "ru": "Учеников на компьютер", "pt": "Alunos por computador",
        ],
        "A22": [
            "en": "Households with a device", "es": "Hogares con dispositivo", "fr": "Ménages équipés", "zh": "拥有设备的家庭",
            "ar": "أسر لديها جهاز", "ru": "Домохозяйства с устройством", "pt": "Agregados com dispositivo",
        ],
        "A31": [
            "en": "Price of data", "es": "Precio de los datos", "fr": "Prix des données", "zh": "流量价格", "ar": "سعر البيانات",
            "ru": "Цена трафика", "pt": "Preço dos dados",
        ],
        "B11": [
            "en": "Courses per million people", "es": "Cursos por millón de habitantes",
            "fr": "Cours par million d’habitants", "zh": "每百万人课程数", "ar": "مقررات لكل مليون نسمة",
            "ru": "Курсов на миллион жителей", "pt": "Cursos por milhão de habitantes",
        ],
        "B12": [
            "en": "Share of courses with open licence", "es": "Cursos con licencia abierta",
            "fr": "Part des cours sous licence ouverte", "zh": "开放许可课程比例", "ar": "حصة المقررات ذات الترخيص المفتوح",
            "ru": "Доля курсов с открытой лицензией", "pt": "Parte de cursos com licença aberta",
        ],
        "B21": [
            "en": "Teachers trained for teaching on line", "es": "Docentes formados para enseñar en línea",
            "fr": "Enseignants formés au cours en ligne", "zh": "受过在线教学培训的教师", "ar": "معلّمون مدرَّبون على التعليم عن بُعد",
            "ru": "Преподаватели, обученные онлайн-работе", "pt": "Professores formados para ensinar em linha",
        ],
        "B22": [
            "en": "Hours of training a year", "es": "Horas de formación al año", "fr": "Heures de formation par an",
            "zh": "年培训学时", "ar": "ساعات التدريب في السنة", "ru": "Часов обучения в год", "pt": "Horas de formação por ano",
        ],
        "B31": [
            "en": "Course completion", "es": "Finalización de cursos", "fr": "Achèvement des cours", "zh": "课程完成率",
            "ar": "إتمام المقررات", "ru": "Завершение курсов", "pt": "Conclusão dos cursos",
        ],
        "B32": [
            "en": "Digital skills of school leavers", "es": "Competencias digitales al egresar",
            "fr": "Compétences numériques en fin d’école", "zh": "毕业生数字技能", "ar": "المهارات الرقمية لخرّيجي المدارس",
            "ru": "Цифровые навыки выпускников", "pt": "Competências digitais à saída da escola",
        ],
        "C11": [
            "en": "Universities with a strategy", "es": "Universidades con estrategia",
            "fr": "Universités dotées d’une stratégie", "zh": "有战略的大学", "ar": "جامعات لديها استراتيجية",
            "ru": "Университеты со стратегией", "pt": "Universidades com estratégia",
        ],
        "C12": [
            "en": "Spending per student", "es": "Gasto por estudiante", "fr": "Dépense par étudiant", "zh": "生均支出",
            "ar": "الإنفاق لكل طالب", "ru": "Расходы на студента", "pt": "Despesa por estudante",
        ],
        "C21": [
            "en": "Credits earned on line", "es": "Créditos obtenidos en línea", "fr": "Crédits obtenus en ligne",
            "zh": "在线获得的学分", "ar": "ساعات معتمدة مكتسبة عبر الإنترنت", "ru": "Зачётные единицы, полученные онлайн",
            "pt": "Créditos obtidos em linha",
        ],
        "C22": [
            "en": "Agreements on recognition", "es": "Acuerdos de reconocimiento", "fr": "Accords de reconnaissance",
            "zh": "互认协议", "ar": "اتفاقيات الاعتراف", "ru": "Соглашения о признании", "pt": "Acordos de reconhecimento",
        ],
        "D11": [
            "en": "Schools with a data policy", "es": "Escuelas con política de datos",
            "fr": "Écoles dotées d’une politique des données", "zh": "有数据政策的学校", "ar": "مدارس لديها سياسة بيانات",
            "ru": "Школы с политикой данных", "pt": "Escolas com política de dados",
        ],
        "D12": [
            "en": "Breaches per million accounts", "es": "Filtraciones por millón de cuentas",
            "fr": "Fuites par million de comptes", "zh": "每百万账户泄露数", "ar": "اختراقات لكل مليون حساب",
            "ru": "Утечек на миллион учётных записей", "pt": "Violações por milhão de contas",
        ],
        "D21": [
            "en": "Learners taught about safety", "es": "Alumnos formados en seguridad",
            "fr": "Apprenants sensibilisés à la sécurité", "zh": "接受安全教育的学习者", "ar": "متعلّمون دُرّبوا على السلامة",
            "ru": "Учащиеся, обученные безопасности", "pt": "Alunos formados em segurança",
        ],
    ]
    static let glosses: [String: String] = [
        "SDI": "An invented index of invented countries: it shows how an index is made, and says nothing about the world.",
        "A": "Whether learners can get on line at all.",
        "B": "Whether there is something to learn, and somebody who can teach it.",
        "C": "Whether institutions plan for it, pay for it and recognise it.",
        "D": "Whether learners are safe.",
    ]
}
