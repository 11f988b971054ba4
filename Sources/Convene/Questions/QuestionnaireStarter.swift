import Base

/// A form to begin with: registration for a conference, with all usual sections, in the seven languages.
package enum QuestionnaireStarter {
    /// `words` gives a phrase in all languages.
    package static func content(_ words: @escaping (String) -> Localized, newID: @escaping () -> Identifier)
        -> QuestionnaireContent
    {
        let maker = Maker(words: words, newID: newID)
        return QuestionnaireContent([
            maker.about, maker.visa, maker.dietary, maker.access, maker.interpretation, maker.listing, maker.photo, maker.rules,
        ])
    }

    private struct Maker {
        let words: (String) -> Localized
        let newID: () -> Identifier

        var about: QuestionSection {
            section(
                .general, title: words("questions.starter.about"),
                [
                    question(.text, words("questions.starter.position")) { $0.fill = .position },
                    question(.text, words("questions.starter.phone"), help: words("questions.starter.phone.help")) {
                        $0.fill = .phone
                        $0.limits.longest = 40
                    },
                ])
        }

        var visa: QuestionSection {
            let need = question(.choice, words("questions.starter.visa")) {
                $0.isRequired = true
                $0.options = [
                    Question.Option("no", words("questions.answer.no")), Question.Option("yes", words("questions.answer.yes")),
                ]
            }
            let asked: [Question] = [
                question(.text, words("questions.starter.passportName"), help: words("questions.starter.passportName.help")) {
                    $0.isRequired = true
                },
                question(.country, words("questions.starter.nationality")) { $0.isRequired = true },
                question(.date, words("questions.starter.birthday")) {
                    $0.isRequired = true
                    $0.fill = .birthday
                },
                question(.text, words("questions.starter.passport")) {
                    $0.isRequired = true
                    $0.limits.longest = 30
                },
                question(.date, words("questions.starter.passportUntil")) { $0.isRequired = true },
                question(.organisation, words("questions.starter.employer")),
                question(.text, words("questions.starter.consulate")),
                question(.file, words("questions.starter.scan"), help: words("questions.starter.scan.help")) {
                    $0.limits.files = [.pdf, .picture]
                    $0.limits.megabytes = 5
                },
            ].map { depending($0, on: need, ["yes"]) }
            let sent = depending(
                question(.date, words("questions.starter.sent")) { $0.isInternal = true }, on: need, ["yes"])
            return section(.visa, text: words("questions.starter.visa.text"), [need] + asked + [sent])
        }

        var dietary: QuestionSection {
            let diet = choices(
                "questions.starter.diet", ["vegetarian", "vegan", "halal", "kosher", "gluten", "lactose", "nuts", "other"])
            let other = depending(
                question(.text, words("questions.starter.dietOther")) { $0.isRequired = true }, on: diet, ["other"])
            return section(.dietary, [diet, other])
        }

        var access: QuestionSection {
            let needs = choices(
                "questions.starter.needs", ["stepfree", "hearing", "signing", "captions", "companion", "quiet", "other"])
            let more = question(.paragraph, words("questions.starter.needsText")) { $0.limits.longest = 1000 }
            return section(.access, [needs, more])
        }

        var interpretation: QuestionSection {
            let need = question(.choice, words("questions.starter.interpretation")) {
                $0.isRequired = true
                $0.options = [
                    Question.Option("no", words("questions.answer.no")), Question.Option("yes", words("questions.answer.yes")),
                ]
            }
            let into = depending(
                question(.language, words("questions.starter.into")) { $0.isRequired = true }, on: need, ["yes"])
            return section(.interpretation, [need, into])
        }

        var listing: QuestionSection {
            section(
                .listing,
                [question(.consent, words("questions.starter.listing"), help: words("questions.starter.listing.help"))])
        }
        var photo: QuestionSection {
            section(.photo, [question(.consent, words("questions.starter.photo"), help: words("questions.starter.photo.help"))])
        }
        var rules: QuestionSection {
            section(
                .general, title: words("questions.starter.rules"),
                [
                    question(.consent, words("questions.starter.conduct"), help: words("questions.starter.conduct.help")) {
                        $0.isRequired = true
                    }
                ])
        }

        // MARK: Parts

        private func section(
            _ purpose: QuestionSection.Purpose, title: Localized = .empty, text: Localized = .empty, _ questions: [Question]
        ) -> QuestionSection {
            QuestionSection(id: newID(), title: title, text: text, purpose: purpose, questions: questions)
        }
        private func question(
            _ kind: Question.Kind, _ label: Localized, help: Localized = .empty, _ change: (inout Question) -> Void = { _ in }
        ) -> Question {
            var question = Question(id: newID(), kind: kind, label: label, help: help)
            change(&question)
            return question
        }
        private func choices(_ key: String, _ codes: [String]) -> Question {
            question(.choices, words(key)) { question in
                question.options = codes.map { Question.Option($0, words("\(key).\($0)")) }
            }
        }
        private func depending(_ question: Question, on other: Question, _ codes: [String]) -> Question {
            var question = question
            question.condition = Question.Condition(other.id, oneOf: codes)
            return question
        }
    }
}
