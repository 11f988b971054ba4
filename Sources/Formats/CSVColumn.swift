import Base

/// What a column of a table of sessions is, told by its heading in the languages that tables come in.
package enum CSVColumn: String, CaseIterable, Sendable, Hashable {
    case id, guid, title, subtitle, abstract, description, date, start, end, endDate, duration, room, track, type, language,
        persons, affiliation, url, day

    /// `Title`, `*Session Title (required)`, `Room/Location`, `Speaker 2`, `proposal_title`.
    package init?(heading: String) {
        guard heading.utf8.count <= CSVColumn.longest else { return nil }
        let plain = singleLine(heading).lowercased().split(separator: "(").first.map { String($0) } ?? ""
        if let found = CSVColumn.known(plain) {
            self = found
        } else if let found = plain.split(separator: "/").lazy.compactMap({ CSVColumn.known(String($0)) }).first {
            self = found
        } else {
            return nil
        }
    }

    /// A title where there is no better one: what a session may be called, but also much else.
    package static func isWeakTitle(_ heading: String) -> Bool {
        heading.utf8.count <= longest && weak.contains(key(heading.lowercased()))
    }

    /// Bytes of a heading; what is longer is a text.
    private static let longest = 200

    private static func known(_ text: String) -> CSVColumn? {
        let whole = key(text)
        for candidate in [whole, String(whole.reversed().drop { $0.isNumber }.reversed())] {
            if let found = headings[candidate] { return found }
            if let found = prefixes.lazy.filter({ candidate.hasPrefix($0) })
                .compactMap({ headings[String(candidate.dropFirst($0.count))] }).first
            {
                return found
            }
            if candidate.hasSuffix("s"), let found = headings[String(candidate.dropLast())] { return found }
        }
        return nil
    }

    /// Letters and digits alone.
    private static func key(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
    }

    private static let headings: [String: CSVColumn] = {
        var found: [String: CSVColumn] = [:]
        for (column, names) in synonyms {
            for name in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) { found[String(name)] = column }
        }
        return found
    }()

    /// What may stand before: `Session Title`, `event_start`.
    private static let prefixes = [
        "session", "talk", "event", "proposal", "presentation", "contribution", "slot", "scheduled", "lecture", "item",
    ]
    private static let weak: Set<String> = [
        "event", "topic", "theme", "activity", "item", "program", "programme", "programm", "programa", "contribution", "content",
        "what", "slot", "thema", "inhalt", "punkt", "programmpunkt", "actividad", "evento", "tema", "activité", "événement",
        "thème", "atividade", "主题", "内容", "活动", "议程", "тема", "событие", "мероприятие", "программа", "الموضوع", "النشاط",
        "الفعالية",
    ]

    private static let synonyms: [(CSVColumn, String)] = [
        (
            .id,
            "id code number nr no uid key sessionid talkid submissionid número numéro nummer номер 编号 序号 رقم الرقم identifier ref"
        ),
        (.guid, "guid uuid"),
        (
            .title,
            """
            title name session talk titel titre título titulo 标题 名称 题目 报告题目 演讲题目 العنوان название заголовок доклад subject
            summary vortrag vortragstitel veranstaltung beitrag sitzung titolo sesión sesion ponencia charla conférence exposé
            intervention palestra sessão presentation lecture
            """
        ),
        (.subtitle, "subtitle untertitel subtítulo subtitulo soustitre 副标题 подзаголовок"),
        (
            .abstract,
            "abstract summarytext zusammenfassung kurzfassung kurzbeschreibung resumen résumé resume resumo 摘要 ملخص الملخص аннотация shortdescription"
        ),
        (
            .description,
            "description beschreibung descripción descripcion descrição descricao descriptif 描述 说明 简介 الوصف описание details longdescription"
        ),
        (
            .date,
            "date datum fecha data 日期 التاريخ дата startdate datedebut datededébut fechadeinicio datainicio datumvon startday"
        ),
        (
            .start,
            """
            start starttime begin beginn time timestart from inicio início début debut 开始 开始时间 时间 البداية الوقت начало время
            времяначала starts startsat at startat hora horas heure horaire horário horario zeit uhrzeit von anfang startzeit
            beginnzeit horadeinicio horainicio horainicial horadeinício heurededébut heurededebut heuredébut heuredebut de desde
            начинается с
            """
        ),
        (
            .end,
            """
            end endtime timeend ende until to till fin fim 结束 结束时间 النهاية конец окончание времяокончания ends endsat endat finish
            bis endzeit schluss horadefin horafin horafinal horadefim horafim heuredefin heurefin hasta até à по до
            """
        ),
        (.endDate, "enddate endday datumbis enddatum fechadefin datefin datedefin datafim"),
        (
            .duration,
            "duration length minutes mins dauer duración duracion durée duree duração duracao 时长 المدة длительность продолжительность durationminutes durationmin dauermin"
        ),
        (
            .room,
            """
            room location raum saal ort sala salle lieu amphi lugar place venue 房间 会议室 会场 地点 القاعة المكان зал аудитория место
            помещение hall stage local auditório auditorio locaal roomname raumname
            """
        ),
        (
            .track,
            "track stream thema tema thème theme 主题 分会场 专题 المسار трек секция topic category categories categoría catégorie kategorie eje"
        ),
        (.type, "type kind format art tipo genre 类型 النوع тип формат sessiontype sessionformat tipologia"),
        (.language, "language lang sprache idioma langue língua lingua 语言 اللغة язык"),
        (
            .persons,
            """
            speaker speakers speakername speakernames person persons presenter presenters referent referenten referentin referentinnen
            referierende ponente ponentes orador oradores oradora intervenant intervenants intervenante intervenantes intervenantes
            orateur orateurs conférencier 演讲者 演讲人 演讲嘉宾 讲者 主讲人 报告人 嘉宾 المتحدث المتحدثون докладчик докладчики спикер
            спикеры author authors vortragende vortragender vortragende sprecher sprecherin redner rednerin palestrante palestrantes
            expositor expositores relatore relatori who wer
            """
        ),
        (
            .affiliation,
            """
            affiliation affiliations organisation organization institution einrichtung afiliación afiliacion institución
            instituição établissement 单位 机构 الجهة المؤسسة организация учреждение company companies
            """
        ),
        (.url, "url link website fileurl weblink lien enlace ссылка 链接 الرابط"),
        (.day, "day tag día dia jour 天 اليوم день daynumber wochentag weekday"),
    ]
}
