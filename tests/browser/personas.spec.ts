import { expect, test, type Locator } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { Journey, slowNetwork } from './journey.ts';

test.use({ viewport: { width: 360, height: 740 }, timezoneId: 'Asia/Ho_Chi_Minh', hasTouch: true, isMobile: true });

/** Vietnamese words of a card, large enough to be read at arm's length. */
async function expectLargeVietnamese(card: Locator, words: string): Promise<void> {
	const text = card.locator('[lang="vi"]');
	await expect(text).toContainText(words);
	await expect(text).toBeInViewport();
	const size = await text
		.locator('p')
		.first()
		.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
	expect(size).toBeGreaterThanOrEqual(24);
}

test.describe('a resident who reads Russian', () => {
	test('learns who declares a stay, what to bring, what it costs, where and when', async ({ page }) => {
		const reader = await Journey.from(page, 'ru');
		await reader.go('Уведомление о временном проживании');
		await expect(reader.value('Стоимость')).toHaveText('Бесплатно');
		await expect(reader.value('Куда обращаться')).toContainText('Полиция квартала');
		await expect(reader.main.getByRole('checkbox', { name: /^Паспорт/ })).toBeVisible();
		await expect(reader.main.getByText(/^Часы приёма:\s+Круглосуточно$/)).toBeVisible();
		await expect(reader.main.getByText('Работает и в праздники')).toBeVisible();
	});

	test('finds it by typing Vietnamese without marks', async ({ page }) => {
		const reader = await Journey.from(page, 'ru');
		await reader.go('Поиск');
		await page.getByRole('searchbox').fill('khai bao tam tru');
		await reader.go('Уведомление о временном проживании', reader.main);
		await expect(reader.value('Стоимость')).toHaveText('Бесплатно');
	});

	test('shows the desk the request in large Vietnamese, and prints it with the list of papers', async ({ page }) => {
		const reader = await Journey.from(page, 'ru');
		await reader.go('Уведомление о временном проживании');
		const card = page.getByRole('region', { name: 'Карточка для сотрудника' });
		await reader.tap('link', 'Показать на весь экран', card);
		await expectLargeVietnamese(card, 'khai báo tạm trú');
		await expect(card).toContainText('Предъявитель хочет подать уведомление');
		await page.emulateMedia({ media: 'print' });
		await expect(card.locator('[lang="vi"]')).toBeVisible();
		await expect(page.getByRole('form', { name: 'Что взять с собой' })).toBeVisible();
	});

	test('sees how current a page is and who answers for it', async ({ page }) => {
		const reader = await Journey.from(page, 'ru');
		await reader.go('Уведомление о временном проживании');
		const about = page.getByRole('complementary', { name: 'Об этой странице' });
		await expect(about).toContainText(/Проверено\s*20 ноября 2026/);
		await expect(about).toContainText('Народный комитет квартала Нячанг');
		await expect(about).toContainText('Перевод с вьетнамского');
		// The code of the page leads to those who take reports of mistakes.
		await reader.go('living/declare-temporary-residence', about);
		await expect(reader.main.getByRole('link', { name: 'bientap@nhatrang.example.org' })).toBeVisible();
		await expect(reader.main).toContainText('вьетнамский и английский');
	});

	test('keeps the emergency numbers for a day without a network', async ({ page, context }) => {
		const reader = await Journey.from(page, 'ru');
		await reader.go('Экстренно');
		await reader.tap('button', 'Сохранить страницу в дорогу');
		await expect(page.getByText(/^Сохранено \d+ [а-я]+ \d{4} г., \d+:\d\d$/)).toBeVisible();
		await context.setOffline(true);
		await page.reload();
		for (const number of ['112', '113', '114', '115'])
			await expect(reader.main.getByRole('link', { name: number, exact: true }).first()).toHaveAttribute(
				'href',
				`tel:${number}`,
			);
		await expect(page.getByText(/^Сохранено \d+/)).toBeVisible();
	});
});

test.describe('a resident who reads English', () => {
	test('knows on which days offices are closed, and takes them into a calendar', async ({ page }) => {
		const reader = await Journey.from(page, 'en');
		await reader.go('Live here');
		const holidays = page.getByRole('region', { name: 'Public holidays' });
		await expect(holidays.getByRole('heading', { name: 'Tết, first day of the lunar year' }).first()).toBeVisible();
		await expect(holidays).toContainText('Offices closed');
		const calendar = await reader.take('Add all holidays and events to a calendar');
		expect(calendar.name).toMatch(/\.ics$/);
		expect(calendar.text).toMatch(/SUMMARY:.*Tết/);
	});

	test('reads a notice: until when, where, what to do; and takes it into a calendar', async ({ page }) => {
		const reader = await Journey.from(page, 'en');
		await reader.go('Live here');
		// Under the notices while it holds, then under what is past.
		await reader.go(/^Desk for foreign residents moves next door/, reader.main);
		await expect(reader.value('Dates')).toContainText('31 January 2027');
		await expect(reader.value('What to do')).toContainText('next room');
		const { text } = await reader.take('Add to calendar');
		expect(text).toContain('DTSTART;VALUE=DATE:20261123');
		expect(text).toContain('DTEND;VALUE=DATE:20270201');
	});

	test('understands what a congress changes for residents, with sources', async ({ page }) => {
		const reader = await Journey.from(page, 'en');
		await reader.go('Do the congresses change the rules on visas, residence or work?');
		await expect(page.getByRole('region', { name: 'In brief' })).toContainText(
			'Neither congress in itself changed the rules',
		);
		await expect(reader.main.getByRole('heading', { name: 'Sources' })).toBeVisible();
		await expect(reader.main.getByRole('link', { name: /^Decree No\. 219\/2025\/ND-CP/ }).first()).toHaveAttribute(
			'href',
			/^https:/,
		);
	});
});

test.describe('a Korean guest on a slow network', () => {
	test.beforeEach(({ page }) => slowNetwork(page));

	test('reads the first words within three seconds', async ({ page }) => {
		await Journey.from(page, 'ko');
		const first = await page.evaluate(
			() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
		);
		expect(first).toBeLessThan(3000);
	});

	test('shows a driver where to go', async ({ page }) => {
		const reader = await Journey.from(page, 'ko');
		await reader.go('뽀나가르 사원');
		const card = page.getByRole('region', { name: '기사에게 보여 줄 카드' });
		await reader.tap('link', '화면 가득 크게 보기', card);
		await expectLargeVietnamese(card, 'Tháp Bà Ponagar, bên sông Cái, Nha Trang, Khánh Hòa');
		await expect(card).toContainText('뽀나가르 사원');
		await expect(card.getByRole('link', { name: '지도 앱에서 열기' })).toHaveAttribute('href', 'geo:12.265,109.196');
	});

	test('reads the guide for a day in flight mode, and when it was saved', async ({ page, context }) => {
		const reader = await Journey.from(page, 'ko');
		await reader.go('냐짱에서 보내는 하루');
		await reader.tap('button', '이 페이지를 저장해 두기');
		const saved = page.getByText(/^저장한 때: \d{4}년 \d+월 \d+일 (?:오전|오후) \d+:\d\d$/);
		await expect(saved).toBeVisible({ timeout: 20_000 });
		await context.setOffline(true);
		await page.reload();
		await reader.arrive();
		await expect(saved).toBeVisible();
		await expect(reader.main.getByRole('heading', { name: '오전, 북쪽에서' })).toBeVisible();
		const pictures = await page.evaluate(() =>
			[...document.images].map(({ complete, naturalWidth }) => complete && naturalWidth > 0),
		);
		expect(pictures).not.toContain(false);
		// The numbers to call came along with the guide.
		await page.getByRole('link', { name: '긴급전화' }).first().click();
		await expect(reader.main.getByRole('link', { name: '115', exact: true }).first()).toBeVisible();
	});

	test('finds the note on visas for Koreans before those for others', async ({ page }) => {
		const reader = await Journey.from(page, 'ko');
		await reader.go('오기 전에');
		const notes = page.getByRole('group', { name: '나라별 안내' }).getByRole('region');
		await expect(notes.first()).toContainText('대한민국');
		await expect(notes.first()).toContainText('45일');
		await expect(notes.first().getByRole('link', { name: /^출처/ }).first()).toBeVisible();
	});

	test('takes a festival into a calendar', async ({ page }) => {
		const reader = await Journey.from(page, 'ko');
		await reader.go('여행');
		await reader.go('냐짱의 음력설, 뗏', reader.main);
		const { text } = await reader.take('캘린더에 추가');
		expect(text).toContain('DTSTART;VALUE=DATE:20270206');
		expect(text).toMatch(/SUMMARY:.*뗏/);
	});

	test('reads how to stay safe as plain text', async ({ page }) => {
		const reader = await Journey.from(page, 'ko');
		await reader.go('오기 전에');
		await expect(reader.main.getByText(/물에 들어가기 전에 깃발을 확인하세요/)).toBeVisible();
		await reader.go('긴급전화');
		await expect(reader.main.getByRole('link', { name: '113', exact: true }).first()).toBeVisible();
	});
});

test.describe('an investor who reads Russian', () => {
	test('sees the figures of a sector with date and source', async ({ page }) => {
		const reader = await Journey.from(page, 'ru');
		await reader.go('Энергетика');
		const figures = page.getByRole('region', { name: 'Ключевые показатели' });
		await expect(figures).toContainText(/3\s475\sМВт/);
		await expect(figures).toContainText('31 декабря 2021');
		await expect(figures.getByRole('link', { name: /VietnamPlus/ }).first()).toHaveAttribute('href', /^https?:/);
		for (const group of ['Земля и площадки', 'Кадры', 'Транспорт и инфраструктура', 'Инвестиционные льготы'])
			await expect(page.getByRole('region', { name: group })).toBeVisible();
	});

	test('takes the figures of a sector as a table', async ({ page }) => {
		const reader = await Journey.from(page, 'ru');
		await reader.go('Энергетика');
		const { text } = await reader.take('Данные в формате CSV');
		const rows = parse<Record<string, string>>(text, { columns: true, bom: true });
		expect(rows.find(({ id }) => id === 'inv-renewables.installed-2021')).toMatchObject({
			value: '3475',
			as_of: '2021-12-31',
			source_url: expect.stringMatching(/^https?:/) as unknown,
		});
	});

	test('opens the sheet to print', async ({ page }) => {
		const reader = await Journey.from(page, 'ru');
		await reader.go('Энергетика');
		await reader.go('Лист для печати, одна страница A4');
		await expect(reader.main).toContainText(/3\s475\sМВт/);
	});

	test('learns the steps: who, which paper, where, how long, what fee, which law', async ({ page }) => {
		const reader = await Journey.from(page, 'ru');
		await reader.go('Как начать инвестировать');
		const steps = reader.main.getByRole('listitem').filter({ has: page.getByRole('term') });
		await expect(steps).toHaveCount(6);
		// A step answers each of the six questions, be it that the sources do not say and whom to ask.
		for (const step of await steps.all())
			for (const label of ['Кто это делает', 'Документы', 'Куда обращаться', 'Сроки', 'Стоимость', 'Правовая основа'])
				await expect(step.getByRole('term').filter({ hasText: label })).toHaveCount(1);
		const permits = steps.filter({ hasText: 'Получить разрешения на работу' });
		await expect(permits.getByRole('link', { name: /^Постановление № 219\/2025\/NĐ-CP/ }).first()).toBeVisible();
	});

	test('finds a project that calls for capital: stage, scale, place, until when, whom to ask', async ({ page }) => {
		const reader = await Journey.from(page, 'ru');
		await reader.go('Инвестиции');
		await reader.go('Условный проект: солнечная крыша рынка', reader.main);
		await expect(reader.value('Стадия')).toHaveText('Поиск инвесторов');
		await expect(reader.value('Масштаб')).not.toBeEmpty();
		await expect(reader.value('Расположение')).not.toBeEmpty();
		await expect(reader.value('Действительно до')).toHaveText(/30 сентября 2027/);
		await expect(reader.main).toContainText('Центр содействия инвестициям, торговле и туризму Кханьхоа');
	});

	test('is told that an offer has ended, and finds it among those that are past', async ({ page }) => {
		const reader = await Journey.from(page, 'ru');
		await reader.go('Инвестиции');
		await reader.go('Условный проект, срок истёк: малый причал', page.getByRole('region', { name: 'Уже прошло' }));
		await expect(reader.main).toContainText(/После 30 июня 2026/);
	});

	test('reads what the congress resolved, at which level, and finds the document', async ({ page }) => {
		const reader = await Journey.from(page, 'ru');
		await reader.go('Что решил съезд парторганизации Кханьхоа');
		await expect(reader.main.getByText('Уровень провинции', { exact: false }).first()).toBeInViewport();
		await expect(page.getByRole('region', { name: 'Коротко' })).toBeVisible();
		await expect(reader.value('Документ').getByRole('link')).toHaveAttribute('href', /^https?:/);
	});

	test('compares the Russian text with the Vietnamese, figure by figure', async ({ page }) => {
		const reader = await Journey.from(page, 'ru');
		await reader.go('Что решил съезд парторганизации Кханьхоа');
		/** Figures and dates of the text; those about the page itself differ. */
		const figures = () =>
			reader.main
				.locator('data, time')
				.evaluateAll((all) =>
					all
						.filter((one) => !one.closest('aside, .page-head'))
						.map((one) => one.getAttribute('value') ?? one.getAttribute('datetime') ?? one.textContent),
				);
		const headings = () => reader.main.locator('article h2[id]').count();
		const [ownFigures, ownHeadings] = [await figures(), await headings()];
		await reader.tap('link', 'Bản tiếng Việt', page.getByRole('complementary', { name: 'Об этой странице' }));
		await expect(page).toHaveURL('/vi/congress/after/provincial-resolution/');
		await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
		expect(ownFigures.length).toBeGreaterThan(10);
		expect(await figures()).toEqual(ownFigures);
		expect(await headings()).toBe(ownHeadings);
	});

	test('knows whom to ask, in which language and when', async ({ page }) => {
		const reader = await Journey.from(page, 'ru');
		await reader.go('Учреждения, часы, праздники');
		await expect(reader.main).toContainText('Центр административных услуг квартала');
		await expect(reader.main).toContainText('вьетнамский и английский');
		await expect(reader.main).toContainText('07:30–11:30');
	});

	test('sees who published a page, who translated and approved it, and what was corrected', async ({ page }) => {
		const reader = await Journey.from(page, 'ru');
		await reader.go('Энергетика');
		const about = page.getByRole('complementary', { name: 'Об этой странице' });
		for (const label of ['Издатель', 'Уровень и происхождение', 'Язык', 'Изменено', 'Кто одобрил', 'Исправления'])
			await expect(about.getByRole('term').filter({ hasText: label })).toBeVisible();
		await expect(about).toContainText('Перевод: Редакция');
	});
});

test('a guest who reads Chinese reaches the emergency numbers with one tap from any page', async ({ page }) => {
	const reader = await Journey.from(page, 'zh');
	for (const path of [
		'/',
		'/visit/ponagar-towers/',
		'/invest/energy-sector/',
		'/congress/',
		'/search/',
		'/no-such-page/',
	]) {
		await page.goto(`/zh${path}`);
		await page.getByRole('link', { name: '紧急电话', exact: true }).first().click();
		await reader.arrive();
		await expect(page, path).toHaveURL('/zh/living/emergency-numbers/');
		for (const number of ['112', '113', '114', '115'])
			await expect(page.getByRole('main').getByRole('link', { name: number, exact: true }).first()).toBeVisible();
	}
});
