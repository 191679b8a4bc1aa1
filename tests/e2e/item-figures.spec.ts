import { expect, type Page, test } from 'playwright/test';
import { violations } from '../support/axe';
import { tabTo } from '../support/hands';

