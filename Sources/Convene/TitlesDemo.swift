/// The titles and sections of the 2025 programme in six more languages, by their authentic English text. Translations
/// made for the demo.
enum TitlesDemo {
    static let texts: [String: [String: String]] = [
        "Opening Ceremony": [
            "es": "Ceremonia de apertura", "fr": "Cérémonie d’ouverture", "zh": "开幕式", "ar": "حفل الافتتاح",
            "ru": "Церемония открытия", "pt": "Cerimônia de abertura",
        ],
        "Opening Ceremony Agenda": [
            "es": "Programa de la ceremonia de apertura", "fr": "Programme de la cérémonie d’ouverture", "zh": "开幕式议程",
            "ar": "برنامج حفل الافتتاح", "ru": "Программа церемонии открытия", "pt": "Programa da cerimônia de abertura",
        ],
        "Plenary Sessions": [
            "es": "Sesiones plenarias", "fr": "Séances plénières", "zh": "全体会议", "ar": "الجلسات العامة",
            "ru": "Пленарные заседания", "pt": "Sessões plenárias",
        ],
        "Opening Video": [
            "es": "Vídeo de apertura", "fr": "Vidéo d’ouverture", "zh": "开场视频", "ar": "فيديو الافتتاح",
            "ru": "Вступительный видеоролик", "pt": "Vídeo de abertura",
        ],
        "Future Education Scenario Presenting": [
            "es": "Presentación de escenarios de la educación del futuro",
            "fr": "Présentation de scénarios de l’éducation du futur",
            "zh": "未来教育场景展示", "ar": "عرض سيناريوهات تعليم المستقبل", "ru": "Показ сценариев образования будущего",
            "pt": "Apresentação de cenários da educação do futuro",
        ],
        "Opening Remarks": [
            "es": "Palabras de apertura", "fr": "Allocutions d’ouverture", "zh": "开幕致辞", "ar": "كلمات الافتتاح",
            "ru": "Вступительные слова", "pt": "Discursos de abertura",
        ],
        "Keynote Report": [
            "es": "Informe principal", "fr": "Rapport principal", "zh": "主旨报告", "ar": "التقرير الرئيسي",
            "ru": "Основной доклад", "pt": "Relatório principal",
        ],
        "Report Release": [
            "es": "Presentación del informe", "fr": "Publication du rapport", "zh": "报告发布", "ar": "إصدار التقرير",
            "ru": "Представление доклада", "pt": "Lançamento do relatório",
        ],
        "Release of Mexico City Declaration": [
            "es": "Presentación de la Declaración de la Ciudad de México", "fr": "Publication de la Déclaration de Mexico",
            "zh": "发布《墨西哥城宣言》", "ar": "إصدار إعلان مدينة مكسيكو", "ru": "Оглашение Декларации Мехико",
            "pt": "Lançamento da Declaração da Cidade do México",
        ],
        "Tea Break": [
            "es": "Pausa para el té", "fr": "Pause thé", "zh": "茶歇", "ar": "استراحة شاي", "ru": "Перерыв на чай",
            "pt": "Pausa para o chá",
        ],
        "Keynote Presentations": [
            "es": "Ponencias magistrales", "fr": "Conférences principales", "zh": "主旨演讲", "ar": "كلمات رئيسية",
            "ru": "Основные выступления", "pt": "Palestras principais",
        ],
        "Announcement of the Host Institution for 2026 Global MOOC and Online Education Conference": [
            "es": "Anuncio de la institución anfitriona de la Conferencia Mundial de MOOC y Educación en Línea 2026",
            "fr": "Annonce de l’établissement hôte de la Conférence mondiale 2026 sur les MOOC et l’éducation en ligne",
            "zh": "宣布2026世界慕课与在线教育大会承办机构",
            "ar": "الإعلان عن المؤسسة المضيفة للمؤتمر العالمي للمساقات الجماعية المفتوحة والتعليم عبر الإنترنت 2026",
            "ru": "Объявление принимающей стороны Всемирной конференции по МООК и онлайн-образованию 2026 года",
            "pt": "Anúncio da instituição anfitriã da Conferência Mundial de MOOCs e Educação On-line 2026",
        ],
        "Roundtable Forum": [
            "es": "Mesa redonda", "fr": "Table ronde", "zh": "圆桌论坛", "ar": "منتدى المائدة المستديرة", "ru": "Круглый стол",
            "pt": "Mesa-redonda",
        ],
        "GMA Awards Ceremony": [
            "es": "Entrega de los premios GMA", "fr": "Remise des prix GMA", "zh": "世界慕课与在线教育联盟颁奖仪式",
            "ar": "حفل توزيع جوائز GMA", "ru": "Церемония вручения премий GMA", "pt": "Cerimônia de entrega dos Prêmios GMA",
        ],
        "Plenary Session 1: Pedagogical Innovation, Educator Empowerment, and Emerging Learning Models": [
            "es": "Sesión plenaria 1: innovación pedagógica, fortalecimiento docente y nuevos modelos de aprendizaje",
            "fr": "Séance plénière 1 : innovation pédagogique, autonomie des enseignants et nouveaux modèles d’apprentissage",
            "zh": "全体会议一：教学创新、教师赋能与新兴学习模式",
            "ar": "الجلسة العامة 1: الابتكار التربوي وتمكين المعلمين ونماذج التعلّم الناشئة",
            "ru": "Пленарное заседание 1: педагогические инновации, поддержка преподавателей и новые модели обучения",
            "pt": "Sessão plenária 1: inovação pedagógica, capacitação docente e novos modelos de aprendizagem",
        ],
        "Plenary Session 2: Global Knowledge Ecosystems, Academic Cooperation, and Industry Synergy": [
            "es": "Sesión plenaria 2: ecosistemas mundiales del conocimiento, cooperación académica y sinergia con la industria",
            "fr": "Séance plénière 2 : écosystèmes mondiaux du savoir, coopération universitaire et synergie avec l’industrie",
            "zh": "全体会议二：全球知识生态、学术合作与产业协同",
            "ar": "الجلسة العامة 2: المنظومات العالمية للمعرفة والتعاون الأكاديمي والتآزر مع الصناعة",
            "ru": "Пленарное заседание 2: мировые экосистемы знаний, академическое сотрудничество и взаимодействие с индустрией",
            "pt": "Sessão plenária 2: ecossistemas globais do conhecimento, cooperação acadêmica e sinergia com a indústria",
        ],
        "Plenary Session 3: Ethics, Governance, and Trust in AI-Empowered Education": [
            "es": "Sesión plenaria 3: ética, gobernanza y confianza en la educación con inteligencia artificial",
            "fr": "Séance plénière 3 : éthique, gouvernance et confiance dans l’éducation portée par l’IA",
            "zh": "全体会议三：人工智能赋能教育中的伦理、治理与信任",
            "ar": "الجلسة العامة 3: الأخلاقيات والحوكمة والثقة في التعليم المعزَّز بالذكاء الاصطناعي",
            "ru": "Пленарное заседание 3: этика, управление и доверие в образовании с искусственным интеллектом",
            "pt": "Sessão plenária 3: ética, governança e confiança na educação apoiada por IA",
        ],
        "Plenary Session 4: Quality, Equity, and Inclusive Access in the Digital Era": [
            "es": "Sesión plenaria 4: calidad, equidad y acceso inclusivo en la era digital",
            "fr": "Séance plénière 4 : qualité, équité et accès inclusif à l’ère numérique",
            "zh": "全体会议四：数字时代的质量、公平与包容性获取",
            "ar": "الجلسة العامة 4: الجودة والإنصاف والوصول الشامل في العصر الرقمي",
            "ru": "Пленарное заседание 4: качество, справедливость и доступность для всех в цифровую эпоху",
            "pt": "Sessão plenária 4: qualidade, equidade e acesso inclusivo na era digital",
        ],
    ]
}
